package io.streamfleet.azure;

/** What the servers of a group are made of. Azure has no resource for it: a scale set holds it itself. */
public interface IServerTemplate {
    /** Returns what was asked for. */
    ServerTemplateProps props();

    /** Returns the id of the image. */
    String imageId();

    /** Returns the id of the servers' security group. */
    String securityGroupId();

    /** Returns the servers' own identity. */
    IServerIdentity identity();
}
