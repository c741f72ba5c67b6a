package io.streamfleet.stacks.certificate;

import io.streamfleet.stacks.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The private key of a PEM file.
 *
 * @param encrypted whether it needed a passphrase
 */
record KeyFile(Path file, PrivateKey key, boolean encrypted) {
    /**
     * Reads the one key that the file must hold: PKCS #8 with a passphrase or without, PKCS #1, or SEC 1. Other blocks,
     * such as a key's parameters or certificates, are passed over.
     *
     * @throws Refusal when there is not one such key, or the passphrase does not open it
     */
    static KeyFile read(Path file, Optional<char[]> passphrase) {
        List<Pem.Block> keys = Pem.read(file, "--key").blocks().stream()
                .filter(Pem.Block::isKey)
                .toList();
        if (keys.size() != 1) {
            throw new Refusal(file + ": got " + (keys.isEmpty() ? "no private key" : keys.size() + " private keys")
                    + ", must be one in PEM; name the file of the certificate's key: --key FILE");
        }
        Pem.Block block = keys.get(0);
        if (block.hasCipher()) {
            throw new Refusal(
                    file + ": got a key in OpenSSL's old encryption (Proc-Type: 4,ENCRYPTED), must be PKCS #8; "
                            + conversion(file));
        }
        return switch (block.type()) {
            case "PRIVATE KEY" -> plain(file, block.bytes());
            case "RSA PRIVATE KEY" -> plain(file, Der.ofRsa(block.bytes()));
            case "EC PRIVATE KEY" -> plain(file, Der.ofEc(block.bytes()).orElseThrow(() -> unknown(file)));
            case "ENCRYPTED PRIVATE KEY" -> new KeyFile(file, decrypted(file, block.bytes(), passphrase), true);
            default ->
                throw new Refusal(file + ": got " + block.type()
                        + ", must be PRIVATE KEY, ENCRYPTED PRIVATE KEY, RSA PRIVATE KEY or EC PRIVATE KEY;"
                        + " name the file of the certificate's key: --key FILE");
        };
    }

    private static KeyFile plain(Path file, byte[] pkcs8) {
        return new KeyFile(file, key(new PKCS8EncodedKeySpec(pkcs8)).orElseThrow(() -> unknown(file)), false);
    }

    private static Optional<PrivateKey> key(PKCS8EncodedKeySpec encoded) {
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded))
                        .filter(KeyFile::isTaken);
            } catch (InvalidKeySpecException e) {
                // Not one of this kind; the next may be.
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        return Optional.empty();
    }

    /** Which RSA keys are taken, the certificate tells; EC keys on the curves that Key Vault and the JDK both know. */
    private static boolean isTaken(PrivateKey key) {
        return !(key instanceof ECPrivateKey ec)
                || Curves.TAKEN.contains(ec.getParams().getCurve());
    }

    /** Made when the first EC key is read. */
    private static final class Curves {
        private static final Set<EllipticCurve> TAKEN =
                Set.of(curve("secp256r1"), curve("secp384r1"), curve("secp521r1"));

        private static EllipticCurve curve(String name) {
            try {
                AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
                parameters.init(new ECGenParameterSpec(name));
                return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static PrivateKey decrypted(Path file, byte[] encrypted, Optional<char[]> passphrase) {
        char[] password = passphrase.orElseThrow(() -> new Refusal(file
                + ": got a key with a passphrase, must come with it; write it to a file: --key-password-file FILE"));
        PKCS8EncodedKeySpec encoded;
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
            Cipher cipher = cipher(info, password);
            encoded = info.getKeySpec(cipher);
        } catch (InvalidKeySpecException e) {
            throw wrongPassphrase(file);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new Refusal(
                    file + ": got a key encrypted in a way that is not read here, must be PKCS #8 with AES; "
                            + conversion(file),
                    e);
        }
        return key(encoded).orElseThrow(() -> unknown(file));
    }

    private static Cipher cipher(EncryptedPrivateKeyInfo info, char[] password) throws GeneralSecurityException {
        // The name of PBES2 says nothing of the ciphers in use; its parameters name them.
        String algorithm =
                info.getAlgName().equals("PBES2") ? info.getAlgParameters().toString() : info.getAlgName();
        PBEKeySpec secret = new PBEKeySpec(password);
        try {
            SecretKey key = SecretKeyFactory.getInstance(algorithm).generateSecret(secret);
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
            return cipher;
        } finally {
            secret.clearPassword();
        }
    }

    private static Refusal wrongPassphrase(Path file) {
        return new Refusal(file + ": got a passphrase that does not open this key, must be the key's own;"
                + " name its file: --key-password-file FILE");
    }

    private static Refusal unknown(Path file) {
        return new Refusal(file + ": got a key that is neither RSA nor EC on P-256, P-384 or P-521, or is damaged,"
                + " must be one of these, which Key Vault takes; request the certificate with such a key");
    }

    private static String conversion(Path file) {
        return "convert it: openssl pkcs8 -topk8 -in " + file + " -out " + file + ".pkcs8";
    }
}
