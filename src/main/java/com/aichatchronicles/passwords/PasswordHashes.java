package com.aichatchronicles.passwords;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.HashingFunction;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Argon2id with the parameters that OWASP's password storage cheat sheet gives (19 MiB, two passes, one lane). Hashes
 * that came from Supabase are bcrypt; they are checked as such and replaced at the sign-in.
 */
final class PasswordHashes {
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    /** Of no password, with the cost that Supabase uses; made once by bcrypt itself. */
    private static final String BCRYPT_DECOY = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    /** Of no password: random bytes. Checked when there is no account, so that both cases cost the same. */
    private static final String ARGON2ID_DECOY =
            "$argon2id$v=19$m=19456,t=2,p=1$kplOn12W5XS51wEu3QRjGA$HdTLar6NW+BhSzH0tTmQ6Xj0BSfmfIaNkWelMkD0Jnk";

    String hash(String password) {
        return Password.hash(PasswordRules.composed(password))
                .addRandomSalt(16)
                .with(ARGON2ID)
                .getResult();
    }

    /** @param hash null for an account without a password */
    boolean matches(String password, String hash) {
        boolean usable = hash != null && (isCurrent(hash) || isBcrypt(hash));
        return check(password, usable ? hash : ARGON2ID_DECOY) && usable;
    }

    /** Takes the time that the other kind of hash takes, so that a refusal does not tell which one there is. */
    void spendTheOther(String password, String hash) {
        check(password, hash != null && isBcrypt(hash) ? ARGON2ID_DECOY : BCRYPT_DECOY);
    }

    boolean isCurrent(String hash) {
        return hash.startsWith("$argon2id$");
    }

    private static boolean check(String password, String hash) {
        HashingFunction function =
                isBcrypt(hash) ? BcryptFunction.getInstanceFromHash(hash) : Argon2Function.getInstanceFromHash(hash);
        String entered = isBcrypt(hash) ? password : PasswordRules.composed(password); // Supabase hashed it as it came
        return Password.check(entered, hash).with(function);
    }

    private static boolean isBcrypt(String hash) {
        return hash.matches("\\$2[aby]\\$\\d\\d\\$.{53}");
    }
}
