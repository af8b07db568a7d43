using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dynptrs.Tests.Keys;

public class SignatureTests
{
    private const string Md5 = "1.2.840.113549.2.5";
    private const string Sha1 = "1.3.14.3.2.26";
    private const string Sha384 = "2.16.840.1.101.3.4.2.2";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";

    private static readonly byte[] Data = "hello, signed world"u8.ToArray();
    private static readonly byte[] Other = "hello, signed worle"u8.ToArray();
    private static readonly Signer Trusted = Signer.Create("trusted");
    private static readonly Signer Curve = Signer.CreateWithCurve("curve");
    private static readonly Signer Stranger = Signer.Create("stranger");

    [Theory]
    [InlineData(X509IncludeOption.None)]
    [InlineData(X509IncludeOption.EndCertOnly)]
    public void A_trusted_signature_is_valid_and_only_of_its_data(X509IncludeOption include)
    {
        var signature = Trusted.Sign(Data, include);

        Assert.Equal(0, Verify(Data, signature));
        Assert.Equal(-Errno.EKEYREJECTED, Verify(Other, signature));
        Assert.Equal(-Errno.EKEYREJECTED, Verify([], signature));
    }

    [Fact]
    public void A_key_that_is_not_trusted_is_enokey_and_its_certificate_inside_does_not_help()
    {
        Assert.Equal(-Errno.ENOKEY, Verify(Data, Stranger.Sign(Data)));
        Assert.Equal(-Errno.ENOKEY, Verify(Other, Stranger.Sign(Data)));
        Assert.Equal(-Errno.ENOKEY, Verify(Data, Stranger.Sign(Data, X509IncludeOption.EndCertOnly)));
        Assert.Equal(-Errno.EKEYREJECTED, Verify(Other, Stranger.Sign(Data, X509IncludeOption.EndCertOnly)));
    }

    [Fact]
    public void A_certificate_that_bears_the_name_of_a_trusted_one_is_rejected()
    {
        var impostor = Signer.Create("trusted");
        using var keyring = new Keyring(Trusted.Certificate);
        var signature = impostor.Sign(Data, X509IncludeOption.EndCertOnly);

        Assert.NotEqual(0, Verify(Data, signature, keyring));
    }

    [Theory]
    [InlineData(Sha1)]
    [InlineData(Sha384)]
    [InlineData(Sha512)]
    public void Other_hashes_of_the_kernel_are_known(string digest)
    {
        Assert.Equal(0, Verify(Data, Trusted.Sign(Data, digest: digest)));
        Assert.Equal(-Errno.EKEYREJECTED, Verify(Other, Trusted.Sign(Data, digest: digest)));
    }

    [Theory]
    [InlineData(X509IncludeOption.None)]
    [InlineData(X509IncludeOption.EndCertOnly)]
    public void Elliptic_curves_are_known(X509IncludeOption include)
    {
        using var keyring = new Keyring(Curve.Certificate);

        Assert.Equal(0, Verify(Data, Curve.Sign(Data, include), keyring));
        Assert.Equal(-Errno.EKEYREJECTED, Verify(Other, Curve.Sign(Data, include), keyring));
    }

    [Fact]
    public void A_signer_may_be_named_by_the_identifier_of_its_key()
    {
        var signature = Trusted.Sign(Data, identifier: System.Security.Cryptography.Pkcs.SubjectIdentifierType.SubjectKeyIdentifier);

        Assert.Equal(0, Verify(Data, signature));
        Assert.Equal(-Errno.EKEYREJECTED, Verify(Other, signature));
    }

    [Fact]
    public void What_the_kernel_has_no_algorithm_for_is_enopkg_whatever_was_signed()
    {
        Assert.Equal(-Errno.ENOPKG, Verify(Data, Trusted.Sign(Data, digest: Md5)));
        Assert.Equal(-Errno.ENOPKG, Verify(Other, Trusted.Sign(Data, padding: RSASignaturePadding.Pss)));
    }

    [Fact]
    public void Signed_attributes_are_rejected() =>
        Assert.Equal(-Errno.EKEYREJECTED, Verify(Data, Trusted.Sign(Data, hasAttributes: true)));

    [Fact]
    public void A_message_that_holds_the_data_or_is_none_is_ebadmsg()
    {
        var signature = Trusted.Sign(Data);

        Assert.Equal(-Errno.EBADMSG, Verify(Data, Trusted.Sign(Data, isDetached: false)));
        Assert.Equal(-Errno.EBADMSG, Verify(Data, signature[..100]));
        Assert.Equal(-Errno.EBADMSG, Verify(Data, []));
        Assert.Equal(-Errno.EBADMSG, Verify(Data, Data));
        Assert.Equal(0, Verify(Data, [.. signature, 1, 2, 3]));
    }

    [Fact]
    public void A_certificate_that_a_trusted_key_signed_is_trusted()
    {
        var leaf = Signer.Create("leaf", Trusted);
        var stray = Signer.CreateWithCurve("stray", Stranger);

        Assert.Equal(0, Verify(Data, leaf.Sign(Data, X509IncludeOption.EndCertOnly)));
        Assert.Equal(0, Verify(Data, leaf.Sign(Data, X509IncludeOption.EndCertOnly, certifiedBy: Trusted)));
        Assert.Equal(-Errno.EKEYREJECTED, Verify(Other, leaf.Sign(Data, X509IncludeOption.EndCertOnly)));
        Assert.Equal(-Errno.ENOKEY, Verify(Data, leaf.Sign(Data)));
        Assert.Equal(-Errno.ENOKEY, Verify(Data, stray.Sign(Data, X509IncludeOption.EndCertOnly)));
    }

    [Fact]
    public void A_dynptr_that_is_null_or_lies_in_pieces_is_einval()
    {
        var signature = Trusted.Sign(Data);
        using var keyring = new Keyring(Trusted.Certificate);
        var key = Keyring.Lookup(keyring.Serial, 0)!;
        var data = Make.Local(Data);
        var pieces = Make.Packet(new SkBuff(BpfProgramType.SchedCls, new byte[14], Data));
        var none = Make.NullLocal();

        Assert.Equal(-Errno.EINVAL, key.Verify(none, Make.Local(signature)));
        Assert.Equal(-Errno.EINVAL, key.Verify(data, none));
        Assert.Equal(-Errno.EINVAL, key.Verify(pieces, Make.Local(signature)));
        Assert.Equal(0, key.Verify(data, Make.Local(signature)));
    }

    private static int Verify(byte[] data, byte[] signature, Keyring? keyring = null)
    {
        using var usual = new Keyring(Trusted.Certificate);
        var key = Keyring.Lookup((keyring ?? usual).Serial, 0)!;
        var result = key.Verify(Make.Local(data), Make.Local(signature));
        key.Put();
        return result;
    }
}
