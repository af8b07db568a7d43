using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Dynptrs;

/// <summary>Verifies detached PKCS#7 signatures with the results of the kernel.</summary>
/// <remarks>
/// Follows <c>verify_pkcs7_signature</c>: parse, then verify the signatures by the certificates inside, then look for one that is trusted.
/// </remarks>
internal static class Pkcs7Signature
{
    private const string Data = "1.2.840.113549.1.7.1";

    public static int Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> message, IReadOnlyList<X509Certificate2> trusted)
    {
        var cms = new SignedCms(new ContentInfo(data.ToArray()), detached: true);
        string contentType;
        try
        {
            cms.Decode(message);
            contentType = ReadContentType(message, out var isAttached);
            if (isAttached || cms.SignerInfos.Count == 0)
                return -Errno.EBADMSG;
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            return -Errno.EBADMSG;
        }

        if (contentType != Data)
            return -Errno.EKEYREJECTED;
        foreach (var signer in cms.SignerInfos)
        {
            if (signer.SignedAttributes.Count > 0)
                return -Errno.EKEYREJECTED;
        }

        var error = VerifySignatures(cms);
        return error != 0 ? error : FindTrust(cms, trusted);
    }

    /// <summary>Verifies the signatures whose certificates are inside, and the signatures of these.</summary>
    /// <remarks>Follows <c>pkcs7_verify</c>.</remarks>
    private static int VerifySignatures(SignedCms cms)
    {
        var result = -Errno.ENOPKG;
        foreach (var signer in cms.SignerInfos)
        {
            if (!SignatureAlgorithms.Supports(signer))
                continue;
            if (signer.Certificate is { } certificate && (!IsSignedBy(signer, certificate) || !IsChainSound(certificate, cms.Certificates)))
                return -Errno.EKEYREJECTED;
            result = 0;
        }

        return result;
    }

    private static bool IsChainSound(X509Certificate2 certificate, X509Certificate2Collection certificates)
    {
        // Each issuer is looked for once, so that certificates that sign one another come to an end.
        for (var i = 0; i <= certificates.Count; i++)
        {
            if (FindIssuer(certificate, certificates) is not { } issuer)
                return true;
            if (!CertificateSignature.IsSignedBy(certificate, issuer))
                return false;
            if (issuer.Equals(certificate))
                return true;
            certificate = issuer;
        }

        return true;
    }

    /// <summary>Looks for a trusted key behind each signature.</summary>
    /// <remarks>Follows <c>pkcs7_validate_trust</c>.</remarks>
    private static int FindTrust(SignedCms cms, IReadOnlyList<X509Certificate2> trusted)
    {
        var result = -Errno.ENOKEY;
        foreach (var signer in cms.SignerInfos)
        {
            var error = SignatureAlgorithms.Supports(signer) ? FindTrust(signer, cms.Certificates, trusted) : -Errno.ENOPKG;
            if (error is 0)
                result = 0;
            else if (error == -Errno.ENOPKG)
                result = result == -Errno.ENOKEY ? error : result;
            else if (error != -Errno.ENOKEY)
                return error;
        }

        return result;
    }

    /// <remarks>
    /// Follows <c>pkcs7_validate_trust_one</c>: a certificate of the chain that is trusted, the trusted issuer of its last, or the signer
    /// itself.
    /// </remarks>
    private static int FindTrust(SignerInfo signer, X509Certificate2Collection certificates, IReadOnlyList<X509Certificate2> trusted)
    {
        X509Certificate2? last = null;
        var current = signer.Certificate;
        for (var i = 0; current is not null && i <= certificates.Count; i++)
        {
            if (Find(trusted, current) is { } match)
                return ToResult(last is null ? IsSignedBy(signer, match) : CertificateSignature.IsSignedBy(last, match));
            var issuer = FindIssuer(current, certificates);
            if (issuer is not null && issuer.Equals(current))
                return -Errno.ENOKEY;
            last = current;
            current = issuer;
        }

        if (last is not null)
            return FindIssuer(last, trusted) is { } root ? ToResult(CertificateSignature.IsSignedBy(last, root)) : -Errno.ENOKEY;
        foreach (var certificate in trusted)
        {
            if (IsNamed(signer.SignerIdentifier, certificate))
                return ToResult(IsSignedBy(signer, certificate));
        }

        return -Errno.ENOKEY;
    }

    private static int ToResult(bool isSigned) => isSigned ? 0 : -Errno.EKEYREJECTED;

    private static bool IsSignedBy(SignerInfo signer, X509Certificate2 certificate)
    {
        // A certificate inside takes precedence over one that is given, so it must have the same key.
        if (signer.Certificate is { } inside
            && !inside.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo()))
        {
            return false;
        }

        try
        {
            signer.CheckSignature(new X509Certificate2Collection(certificate), verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static X509Certificate2? Find(IEnumerable<X509Certificate2> certificates, X509Certificate2 certificate)
    {
        foreach (var other in certificates)
        {
            if (other.SerialNumberBytes.Span.SequenceEqual(certificate.SerialNumberBytes.Span)
                && HaveSameName(other.IssuerName, certificate.IssuerName))
            {
                return other;
            }
        }

        return null;
    }

    private static X509Certificate2? FindIssuer(X509Certificate2 certificate, IEnumerable<X509Certificate2> certificates)
    {
        foreach (var other in certificates)
        {
            if (HaveSameName(other.SubjectName, certificate.IssuerName))
                return other;
        }

        return null;
    }

    private static bool IsNamed(SubjectIdentifier identifier, X509Certificate2 certificate) => identifier.Value switch
    {
        System.Security.Cryptography.Xml.X509IssuerSerial name =>
            string.Equals(name.SerialNumber, certificate.SerialNumber, StringComparison.OrdinalIgnoreCase)
                && name.IssuerName == certificate.IssuerName.Name,
        string keyIdentifier => certificate.Extensions["2.5.29.14"] is X509SubjectKeyIdentifierExtension extension
            && string.Equals(extension.SubjectKeyIdentifier, keyIdentifier, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool HaveSameName(X500DistinguishedName left, X500DistinguishedName right) =>
        left.RawData.AsSpan().SequenceEqual(right.RawData);

    private static string ReadContentType(ReadOnlySpan<byte> message, out bool isAttached)
    {
        AsnDecoder.ReadEncodedValue(message, AsnEncodingRules.BER, out _, out _, out var length);
        var contentInfo = new AsnReader(message[..length].ToArray(), AsnEncodingRules.BER).ReadSequence();
        contentInfo.ReadObjectIdentifier();
        var signedData = contentInfo.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        signedData.ReadIntegerBytes();
        signedData.ReadSetOf();
        var content = signedData.ReadSequence();
        var type = content.ReadObjectIdentifier();
        isAttached = content.HasData;
        return type;
    }
}
