using System;

namespace Dynptrs.Tests.Crypto;

/// <summary>The test vectors of NIST SP 800-38A, appendix F.</summary>
public class CryptoVectorTests
{
    private const string Key128 = "2b7e151628aed2a6abf7158809cf4f3c";
    private const string Key192 = "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b";
    private const string Key256 = "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4";
    private const string Vector = "000102030405060708090a0b0c0d0e0f";
    private const string Counter = "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";
    private const string CounterAfter = "f0f1f2f3f4f5f6f7f8f9fafbfcfdff03";

    private const string Plain =
        "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

    public static TheoryData<string, string, string, string> Vectors => new()
    {
        {
            "ecb(aes)",
            Key128,
            "",
            "3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf43b1cd7f598ece23881b00e3ed0306887b0c785e27e8ad3f8223207104725dd4"
        },
        {
            "ecb(aes)",
            Key192,
            "",
            "bd334f1d6e45f25ff712a214571fa5cc974104846d0ad3ad7734ecb3ecee4eefef7afd2270e2e60adce0ba2face6444e9a4b41ba738d6c72fb16691603c18e0e"
        },
        {
            "ecb(aes)",
            Key256,
            "",
            "f3eed1bdb5d2a03c064b5a7e3db181f8591ccb10d410ed26dc5ba74a31362870b6ed21b99ca6f4f9f153e7b1beafed1d23304b7a39f9f3ff067d8d8f9e24ecc7"
        },
        {
            "cbc(aes)",
            Key128,
            Vector,
            "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b273bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7"
        },
        {
            "cbc(aes)",
            Key192,
            Vector,
            "4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a571b242012fb7ae07fa9baac3df102e008b0e27988598881d920a9e64f5615cd"
        },
        {
            "cbc(aes)",
            Key256,
            Vector,
            "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b"
        },
        {
            "ctr(aes)",
            Key128,
            Counter,
            "874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee"
        },
        {
            "ctr(aes)",
            Key192,
            Counter,
            "1abc932417521ca24f2b0459fe7e6e0b090339ec0aa6faefd5ccc2c6f4ce8e941e36b26bd1ebc670d1bd1d665620abf74f78a7f6d29809585a97daec58c6b050"
        },
        {
            "ctr(aes)",
            Key256,
            Counter,
            "601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c52b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Both_ways_give_what_the_standard_says(string algorithm, string key, string vector, string cipher)
    {
        var context = Parameters.Context(algorithm, Convert.FromHexString(key));

        Assert.Equal(cipher, Apply(context, Plain, vector, isEncryption: true, out _));
        Assert.Equal(Plain, Apply(context, cipher, vector, isEncryption: false, out _));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_vector_that_is_left_goes_on_with_the_next_bytes(string algorithm, string key, string vector, string cipher)
    {
        var context = Parameters.Context(algorithm, Convert.FromHexString(key));

        var first = Apply(context, Plain[..64], vector, isEncryption: true, out var next);
        var second = Apply(context, Plain[64..], next, isEncryption: true, out var last);
        Assert.Equal(cipher, first + second);
        if (algorithm != "ecb(aes)")
            Assert.Equal(algorithm == "cbc(aes)" ? cipher[^32..] : CounterAfter, last);

        first = Apply(context, cipher[..64], vector, isEncryption: false, out next);
        Assert.Equal(Plain, first + Apply(context, cipher[64..], next, isEncryption: false, out _));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Source_and_destination_may_be_the_same(string algorithm, string key, string vector, string cipher)
    {
        var context = Parameters.Context(algorithm, Convert.FromHexString(key));
        var bytes = Convert.FromHexString(Plain);
        var siv = Convert.FromHexString(vector);
        var ptr = Make.Local(bytes);

        Assert.Equal(0, context.Encrypt(ptr, ptr, Make.Local(siv)));
        Assert.Equal(cipher, Convert.ToHexStringLower(bytes));
        Assert.Equal(0, context.Decrypt(ptr, ptr, Make.Local(Convert.FromHexString(vector))));
        Assert.Equal(Plain, Convert.ToHexStringLower(bytes));
    }

    private static string Apply(CryptoContext context, string source, string vector, bool isEncryption, out string next)
    {
        var result = new byte[source.Length / 2];
        var siv = Convert.FromHexString(vector);
        var from = Make.Local(Convert.FromHexString(source));
        var to = Make.Local(result);
        var by = siv.Length == 0 ? default : Make.Local(siv);
        Assert.Equal(0, isEncryption ? context.Encrypt(from, to, by) : context.Decrypt(from, to, by));
        next = Convert.ToHexStringLower(siv);
        return Convert.ToHexStringLower(result);
    }
}
