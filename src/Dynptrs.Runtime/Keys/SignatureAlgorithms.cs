using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Dynptrs;

/// <summary>The algorithms of signatures that the kernel verifies: RSA with PKCS#1 padding and ECDSA, over SHA-1 and SHA-2.</summary>
internal static class SignatureAlgorithms
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";

    public static bool Supports(SignerInfo signer) =>
        Hash(signer.DigestAlgorithm.Value) is not null
        && (signer.SignatureAlgorithm.Value is Rsa or EllipticCurve || OfSignature(signer.SignatureAlgorithm.Value) is not null);

    /// <summary>The hash algorithm and the kind of key of a signature algorithm, or <see langword="null"/> for others.</summary>
    public static (HashAlgorithmName Hash, bool IsRsa)? OfSignature(string? algorithm) => algorithm switch
    {
        "1.2.840.113549.1.1.5" => (HashAlgorithmName.SHA1, true),
        "1.2.840.113549.1.1.11" => (HashAlgorithmName.SHA256, true),
        "1.2.840.113549.1.1.12" => (HashAlgorithmName.SHA384, true),
        "1.2.840.113549.1.1.13" => (HashAlgorithmName.SHA512, true),
        "1.2.840.10045.4.1" => (HashAlgorithmName.SHA1, false),
        "1.2.840.10045.4.3.2" => (HashAlgorithmName.SHA256, false),
        "1.2.840.10045.4.3.3" => (HashAlgorithmName.SHA384, false),
        "1.2.840.10045.4.3.4" => (HashAlgorithmName.SHA512, false),
        _ => null,
    };

    private static HashAlgorithmName? Hash(string? algorithm) => algorithm switch
    {
        "1.3.14.3.2.26" => HashAlgorithmName.SHA1,
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
