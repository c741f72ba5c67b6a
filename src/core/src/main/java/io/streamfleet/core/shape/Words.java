package io.streamfleet.core.shape;

import io.streamfleet.core.Cloud;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that descriptions use for components, choices and enum constants. */
final class Words {
    private Words() {}

    /** Returns the key of a record's component on a cloud. */
    static String of(RecordComponent component, Cloud cloud) {
        CloudKey names = component.getAnnotation(CloudKey.class);
        if (names == null) {
            return component.getName();
        }
        return switch (cloud) {
            case AWS -> names.aws();
            case GOOGLE -> names.google();
            case AZURE -> names.azure();
        };
    }

    /** Returns the word of a permitted record of a choice. */
    static String of(Class<?> option) {
        Key key = option.getAnnotation(Key.class);
        if (key != null) {
            return key.value();
        }
        String name = option.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** Returns the word of an enum constant. */
    static String of(Enum<?> constant) {
        Key key = annotation(constant, Key.class);
        return key == null ? constant.name().toLowerCase(Locale.ROOT) : key.value();
    }

    /** Returns the words of an enum's constants, in their order. */
    static List<String> ofConstants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> of((Enum<?>) each))
                .toList();
    }

    /** Returns an annotation of an enum constant, or null where there is none. */
    static <A extends java.lang.annotation.Annotation> A annotation(Enum<?> constant, Class<A> kind) {
        try {
            return constant.getDeclaringClass().getField(constant.name()).getAnnotation(kind);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether an option of a choice has keys that stand beside its own. */
    static boolean hasCompanions(Class<?> option) {
        return option.isAnnotationPresent(Scalar.class) && Components.of(option).length > 1;
    }

    /** Returns the default of a component on a cloud, as YAML text. */
    static Optional<String> defaultOf(RecordComponent component, Cloud cloud) {
        return Optional.ofNullable(component.getAnnotation(Default.class))
                .map(given -> on(cloud, given.value(), given.google(), given.azure()));
    }

    /** Returns the example of a component on a cloud, as YAML text. */
    static Optional<String> exampleOf(RecordComponent component, Cloud cloud) {
        return Optional.ofNullable(component.getAnnotation(Example.class))
                .map(given -> on(cloud, given.value(), given.google(), given.azure()));
    }

    private static String on(Cloud cloud, String everywhere, String google, String azure) {
        String own =
                switch (cloud) {
                    case AWS -> "";
                    case GOOGLE -> google;
                    case AZURE -> azure;
                };
        return own.isEmpty() ? everywhere : own;
    }

    /** Returns the clouds that have something marked with {@link On}, joined as a sentence does. */
    static String cloudsOf(AnnotatedElement element) {
        On on = element.getAnnotation(On.class);
        return on == null ? "" : Arrays.stream(on.value()).map(Cloud::key).collect(Collectors.joining(" and "));
    }

    /** Returns whether something marked with {@link On} exists on a cloud. */
    static boolean existsOn(AnnotatedElement element, Cloud cloud) {
        On on = element.getAnnotation(On.class);
        return on == null || Arrays.asList(on.value()).contains(cloud);
    }

    /** Joins words as a sentence does: {@code a, b or c}. */
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }
}
