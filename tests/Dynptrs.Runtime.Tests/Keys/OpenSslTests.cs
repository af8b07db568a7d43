using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Security.Cryptography.X509Certificates;

namespace Dynptrs.Tests.Keys;

/// <summary>Signatures that the <c>openssl</c> program makes, with the options that the kernel's own test signs with.</summary>
public sealed class OpenSslTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dynptr-");

    [Theory]
    [InlineData("rsa:2048", "-nocerts -noattr", 0, -Errno.EKEYREJECTED)]
    [InlineData("rsa:2048", "-noattr", 0, -Errno.EKEYREJECTED)]
    [InlineData("rsa:2048", "-noattr -keyid", 0, -Errno.EKEYREJECTED)]
    [InlineData("ec -pkeyopt ec_paramgen_curve:P-384", "-nocerts -noattr", 0, -Errno.EKEYREJECTED)]
    [InlineData("rsa:2048", "-nocerts", -Errno.EKEYREJECTED, -Errno.EKEYREJECTED)]
    [InlineData("rsa:2048", "-nodetach -noattr", -Errno.EBADMSG, -Errno.EBADMSG)]
    [InlineData("rsa:2048", "-noattr -keyopt rsa_padding_mode:pss", -Errno.ENOPKG, -Errno.ENOPKG)]
    public void A_signature_is_judged_as_the_kernel_judges_it(string key, string options, int good, int bad)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "data"), "hello, signed world");
        Run($"req -new -newkey {key} -nodes -x509 -days 2 -subj /CN=Tester -keyout key.pem -out certificate.pem");
        Run($"cms -sign -binary -outform DER -md sha256 -in data -signer certificate.pem -inkey key.pem {options} -out signature.p7");
        using var keyring = new Keyring(X509Certificate2.CreateFromPemFile(
            Path.Combine(_folder.FullName, "certificate.pem"), Path.Combine(_folder.FullName, "key.pem")));
        var trusted = Keyring.Lookup(keyring.Serial, 0)!;
        var signature = Make.Local(File.ReadAllBytes(Path.Combine(_folder.FullName, "signature.p7")));

        Assert.Equal(good, trusted.Verify(Make.Local("hello, signed world"u8.ToArray()), signature));
        Assert.Equal(bad, trusted.Verify(Make.Local("hello, signed worle"u8.ToArray()), signature));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Run(string arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", arguments)
            {
                WorkingDirectory = _folder.FullName,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors);
        }
        catch (Win32Exception)
        {
            Assert.Skip("The program openssl is not installed.");
        }
    }
}
