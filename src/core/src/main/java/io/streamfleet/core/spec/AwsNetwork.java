package io.streamfleet.core.spec;

import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.ByNode;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.shape.Scalar;
import io.streamfleet.core.value.Cidr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The VPC of a deployment. */
@OneOf
public sealed interface AwsNetwork permits AwsNetwork.Create, AwsNetwork.Existing {
    /** Allow-list of zone names. */
    String ZONE = "[a-z]{2,4}(-[a-z]+)+-[0-9]([a-z]|-[a-z0-9-]+)";

    /** What a zone name is, in words. */
    String ZONE_IS = "an availability zone, such as us-east-1a";

    /** A VPC that the deployment creates. */
    @Doc("A VPC made with the deployment: a public and a private subnet in each zone.")
    record Create(
            @Doc("Address range of the VPC, /16 to /24.") @Example("10.20.0.0/16")
            Cidr cidr,

            @Doc("How many availability zones, 2 or 3, or which by name.") @Default("2")
            Zones zones,

            @Doc("NAT gateways, by which private servers reach out.") @Default("perZone")
            AwsNat nat,

            @Doc("Whether the network's connections are logged.") @Default("true")
            boolean flowLogs)
            implements AwsNetwork {
        public Create {
            new Check(Create.class, cidr, zones, nat, flowLogs)
                    .that(
                            cidr.prefix() >= 16 && cidr.prefix() <= 24,
                            Violation.at("cidr")
                                    .given(cidr)
                                    .allowed("a range of /16 to /24, so that each zone gets two subnets"))
                    .orThrow();
        }
    }

    /** A VPC that exists. */
    @Doc("A VPC that exists.")
    record Existing(
            @Doc("Id of the VPC.")
            @Matches(value = "vpc-[0-9a-f]{8,17}", is = "a VPC id, such as vpc-0123456789abcdef0")
            @Example("vpc-0123456789abcdef0")
            String vpc,

            @Doc("The VPC's Name tag, by which the Stream Managers find it.")
            @Matches(
                    value = "[A-Za-z0-9][A-Za-z0-9 _.:/=+@-]{0,127}",
                    is = "the VPC's Name tag: up to 128 letters, digits, spaces and _.:/=+@-")
            Optional<String> vpcName,

            @Doc("Availability zones of the subnets, in their order.")
            @Matches(value = ZONE, is = ZONE_IS)
            @Example("[us-east-1a, us-east-1b]")
            List<String> zones,

            @Doc("Ids of the public subnets, one a zone.")
            @Matches(value = SUBNET, is = SUBNET_IS)
            @Example("[subnet-00000001, subnet-00000002]")
            List<String> publicSubnets,

            @Doc("Ids of the private subnets, one a zone.")
            @Matches(value = SUBNET, is = SUBNET_IS)
            @Example("[subnet-00000003, subnet-00000004]")
            List<String> privateSubnets)
            implements AwsNetwork {
        static final String SUBNET = "subnet-[0-9a-f]{8,17}";
        static final String SUBNET_IS = "a subnet id, such as subnet-0123456789abcdef0";

        public Existing {
            zones = List.copyOf(zones);
            publicSubnets = List.copyOf(publicSubnets);
            privateSubnets = List.copyOf(privateSubnets);
            new Check(Existing.class, vpc, vpcName, zones, publicSubnets, privateSubnets)
                    .that(zones.size() >= 2 && zones.size() <= 3, wrongNumber("zones", zones, "2 or 3 zones"))
                    .that(isDistinct(zones), repeated("zones"))
                    .that(
                            publicSubnets.size() == zones.size(),
                            wrongNumber("publicSubnets", publicSubnets, "one subnet a zone (" + zones.size() + ")"))
                    .that(isDistinct(publicSubnets), repeated("publicSubnets"))
                    .that(
                            privateSubnets.size() == zones.size(),
                            wrongNumber("privateSubnets", privateSubnets, "one subnet a zone (" + zones.size() + ")"))
                    .that(isDistinct(privateSubnets), repeated("privateSubnets"))
                    .orThrow();
        }

        private static Violation wrongNumber(String path, List<String> given, String allowed) {
            return Violation.at(path).given(given.size()).allowed(allowed).todo("list as many as there are zones");
        }

        private static Violation repeated(String path) {
            return Violation.at(path).given("the same one twice").allowed("different ones");
        }

        private static boolean isDistinct(List<String> items) {
            return new HashSet<>(items).size() == items.size();
        }
    }

    /** The availability zones of a new VPC. */
    @ByNode
    sealed interface Zones permits Zones.Count, Zones.Names {
        /** Returns how many zones there are. */
        int size();

        /** So many zones, whichever the region lists first. */
        @Scalar
        record Count(
                @Range(min = "2", max = "3") @Example("2") int size) implements Zones {
            public Count {
                new Check(Count.class, size).orThrow();
            }
        }

        /** These zones. */
        @Scalar
        record Names(
                @Matches(value = ZONE, is = ZONE_IS) @Example("[us-east-1a, us-east-1b]")
                List<String> names) implements Zones {
            public Names {
                names = List.copyOf(names);
                new Check(Names.class, names)
                        .that(
                                names.size() >= 2 && names.size() <= 3,
                                Violation.at("").given(names.size()).allowed("2 or 3 zones"))
                        .that(
                                Existing.isDistinct(names),
                                Violation.at("").given("the same zone twice").allowed("different zones"))
                        .orThrow();
            }

            @Override
            public int size() {
                return names.size();
            }
        }
    }
}
