using System.Security.Cryptography;
using System.Text;

namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>The programs of <c>crypto_sanity</c> make a cipher, and encrypt and decrypt what comes in packets.</summary>
public sealed class CryptoTests
{
    internal const string Suite = "crypto_sanity";

    private const string Plain = "stringtoencrypt0";
    private const string Key = "testtest12345678";

    /// <summary>The programs of the suite.</summary>
    internal static string[] Programs { get; } = ["skb_crypto_setup", "encrypt_sanity", "decrypt_sanity"];

    [Fact]
    public void What_comes_in_a_packet_is_encrypted_and_decrypted_again()
    {
        using var suite = new SuiteRun(Suite);
        SetUp(suite, "ecb(aes)");
        Assert.Equal(0, suite.Get<int>("status"));

        Run(suite, "encrypt_sanity", [.. Encoding.ASCII.GetBytes(Plain), 0]);
        Assert.Equal(0, suite.Get<int>("status"));
        var cipher = suite.GetBytes("dst", 16);
        using var aes = Aes.Create();
        aes.Key = Encoding.ASCII.GetBytes(Key);
        Assert.Equal(aes.EncryptEcb(Encoding.ASCII.GetBytes(Plain), PaddingMode.None), cipher);

        Run(suite, "decrypt_sanity", cipher);
        Assert.Equal(0, suite.Get<int>("status"));
        Assert.Equal(Plain, Encoding.ASCII.GetString(suite.GetBytes("dst", 16)));
    }

    [Fact]
    public void Without_a_cipher_nothing_is_encrypted()
    {
        using var suite = new SuiteRun(Suite);
        SetUp(suite, "xyz(aes)");
        Assert.Equal(-Errno.EOPNOTSUPP, suite.Get<int>("status"));

        Run(suite, "encrypt_sanity", Encoding.ASCII.GetBytes(Plain));

        Assert.Equal(-Errno.ENOENT, suite.Get<int>("status"));
    }

    [Fact]
    public void The_accepted_program_of_crypto_basic_runs()
    {
        using var suite = new SuiteRun("crypto_basic");

        Assert.Equal(0, suite.Run("crypto_release", [null]));
    }

    private static void SetUp(SuiteRun suite, string algorithm)
    {
        suite.Set("key_len", (uint)Key.Length);
        suite.SetBytes("key", Encoding.ASCII.GetBytes(Key));
        suite.SetBytes("algo", Encoding.ASCII.GetBytes(algorithm));
        Assert.Equal(0, suite.Run("skb_crypto_setup", [null]));
    }

    /// <summary>Sends a datagram through a program at the egress of a device.</summary>
    private static void Run(SuiteRun suite, string program, byte[] payload)
    {
        var frame = new byte[14 + 40 + 8 + payload.Length];
        (frame[12], frame[13], frame[20]) = (0x86, 0xdd, 17);
        (frame[56], frame[57]) = (7777 >> 8, 7777 & 0xff);
        payload.CopyTo(frame, 62);
        var packet = new SkBuff(BpfProgramType.SchedCls, frame) { Protocol = 0xdd86 };
        Assert.Equal(TcAction.TC_ACT_SHOT, suite.Run(program, packet));
    }
}
