package com.aichatchronicles.accounts;

import com.aichatchronicles.passwords.PasswordRules;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/**
 * Holds a registration to {@link PasswordRules}, together with its other rules, so that all that is wrong is told at
 * once.
 */
@Constraint(validatedBy = GoodPassword.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface GoodPassword {
    String message() default "has a password that is not taken";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the rules and names the member. */
    class Check implements ConstraintValidator<GoodPassword, Registration> {
        @Override
        public boolean isValid(Registration entered, ConstraintValidatorContext context) {
            Optional<String> complaint = entered.password() == null
                    ? Optional.empty()
                    : PasswordRules.complaint(entered.password(), entered.owner());
            complaint.ifPresent(text -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(text)
                        .addPropertyNode("password")
                        .addConstraintViolation();
            });
            return complaint.isEmpty();
        }
    }
}
