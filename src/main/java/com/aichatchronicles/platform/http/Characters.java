package com.aichatchronicles.platform.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.text.Normalizer;

/**
 * How many characters a text may have as a person counts them: code points after NFC (Unicode Standard Annex 15), where
 * {@code @Size} counts UTF-16 units.
 */
@Constraint(validatedBy = Characters.Count.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Characters {
    /** @return the least */
    int min();

    /** @return the most */
    int max();

    /** @return what a reader of the code is told; callers get the words of {@code Violations} */
    String message() default "has the wrong length";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    class Count implements ConstraintValidator<Characters, String> {
        private Characters limits;

        @Override
        public void initialize(Characters annotation) {
            limits = annotation;
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            int characters = of(text);
            return characters >= limits.min() && characters <= limits.max();
        }

        static int of(String text) {
            String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
            return composed.codePointCount(0, composed.length());
        }
    }
}
