package com.aichatchronicles.usernames;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A username that is not reserved and does not look like one that is. */
@Constraint(validatedBy = FreeName.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface FreeName {
    /** @return what is said of the member */
    String message() default "is reserved";

    /** @return none */
    Class<?>[] groups() default {};

    /** @return none */
    Class<? extends Payload>[] payload() default {};

    /** Asks the list. */
    class Check implements ConstraintValidator<FreeName, String> {
        @Override
        public boolean isValid(String username, ConstraintValidatorContext context) {
            return username == null || !Usernames.isReserved(username);
        }
    }
}
