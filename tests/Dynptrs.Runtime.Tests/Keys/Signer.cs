using System;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Dynptrs.Tests.Keys;

/// <summary>A key with its certificate, and the signatures that it makes.</summary>
internal sealed class Signer
{
    private Signer(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    public static Signer Create(string name, Signer? issuer = null)
    {
        using var key = RSA.Create(2048);
        return Create(
            new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            issuer,
            certificate => certificate.CopyWithPrivateKey(key));
    }

    public static Signer CreateWithCurve(string name, Signer? issuer = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Create(
            new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256),
            issuer,
            certificate => certificate.CopyWithPrivateKey(key));
    }

    /// <summary>A detached signature without signed attributes, as the kernel wants it.</summary>
    public byte[] Sign(
        byte[] data,
        X509IncludeOption include = X509IncludeOption.None,
        SubjectIdentifierType identifier = SubjectIdentifierType.IssuerAndSerialNumber,
        string digest = "2.16.840.1.101.3.4.2.1",
        bool isDetached = true,
        bool hasAttributes = false,
        RSASignaturePadding? padding = null,
        Signer? certifiedBy = null)
    {
        var cms = new SignedCms(new ContentInfo(data), isDetached);
        var signer = new CmsSigner(identifier, Certificate)
        {
            DigestAlgorithm = new Oid(digest),
            IncludeOption = include,
            SignaturePadding = padding,
        };
        if (hasAttributes)
            signer.SignedAttributes.Add(new Pkcs9SigningTime(DateTime.UtcNow));
        if (certifiedBy is not null)
            signer.Certificates.Add(certifiedBy.Certificate);
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    private static Signer Create(CertificateRequest request, Signer? issuer, Func<X509Certificate2, X509Certificate2> withKey)
    {
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: issuer is null, false, 0, critical: true));
        DateTimeOffset start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

        // Long expired: the kernel does not look at the dates.
        DateTimeOffset end = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
        if (issuer is null)
            return new Signer(request.CreateSelfSigned(start, end));
        var generator = issuer.Certificate.GetRSAPrivateKey() is { } rsa
            ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
            : X509SignatureGenerator.CreateForECDsa(issuer.Certificate.GetECDsaPrivateKey()!);
        return new Signer(withKey(request.Create(issuer.Certificate.SubjectName, generator, start, end, [1, 2, 3, 4])));
    }
}
