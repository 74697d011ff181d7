package com.aichatchronicles.accounts;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.HashingFunction;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Hashes and checks passwords: Argon2id with the parameters that OWASP's password storage cheat sheet gives (19 MiB, two
 * passes, one lane). Hashes that came from Supabase are bcrypt; they are checked as such and replaced at the sign-in.
 */
@ApplicationScoped
public class Passwords {
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    /** Of no password; checked when there is no account, so that both cases cost the same. */
    private final String decoy = hash("no account has this password");

    /**
     * @param password as entered
     * @return the encoded hash with its salt and parameters
     */
    public String hash(String password) {
        return Password.hash(PasswordRules.composed(password))
                .addRandomSalt(16)
                .with(ARGON2ID)
                .getResult();
    }

    /**
     * @param password as entered
     * @param hash the encoded hash, null for an account without a password
     * @return whether the password is the right one
     */
    public boolean matches(String password, String hash) {
        boolean usable = hash != null && (isCurrent(hash) || isBcrypt(hash));
        String checked = usable ? hash : decoy;
        HashingFunction function = isBcrypt(checked)
                ? BcryptFunction.getInstanceFromHash(checked)
                : Argon2Function.getInstanceFromHash(checked);
        String entered =
                isBcrypt(checked) ? password : PasswordRules.composed(password); // Supabase hashed it as it came
        return Password.check(entered, checked).with(function) && usable;
    }

    /**
     * @param hash an encoded hash
     * @return whether it is of the kind that new ones are
     */
    public boolean isCurrent(String hash) {
        return hash.startsWith("$argon2id$");
    }

    private static boolean isBcrypt(String hash) {
        return hash.matches("\\$2[aby]\\$\\d\\d\\$.{53}");
    }
}
