using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dynptrs;

/// <summary>
/// Whether a certificate bears the signature of another's key, whatever their dates and purposes: the kernel asks for no more.
/// </summary>
internal static class CertificateSignature
{
    public static bool IsSignedBy(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        if (SignatureAlgorithms.OfSignature(certificate.SignatureAlgorithm.Value) is not { } algorithm)
            return false;
        var reader = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
        var signed = reader.ReadEncodedValue();
        reader.ReadEncodedValue();
        var signature = reader.ReadBitString(out _);
        if (algorithm.IsRsa)
        {
            using var rsa = issuer.GetRSAPublicKey();
            return rsa is not null && rsa.VerifyData(signed.Span, signature, algorithm.Hash, RSASignaturePadding.Pkcs1);
        }

        using var curve = issuer.GetECDsaPublicKey();
        return curve is not null && curve.VerifyData(signed.Span, signature, algorithm.Hash, DSASignatureFormat.Rfc3279DerSequence);
    }
}
