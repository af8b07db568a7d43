using System.Runtime.CompilerServices;

namespace Dynptrs;

/// <summary>What a <see cref="CryptoContext"/> is made of, laid out as the kernel's <c>struct bpf_crypto_params</c>.</summary>
public struct CryptoParameters
{
    /// <summary>The size in bytes.</summary>
    public const uint Size = 408;

    /// <summary>The type of the cipher, with zeroes behind it: <c>skcipher</c>.</summary>
    public TypeName Type;

    /// <summary>Must be 0.</summary>
    public ushort Reserved;

    /// <summary>The algorithm, with zeroes behind it: <c>ecb(aes)</c>, <c>cbc(aes)</c> or <c>ctr(aes)</c>.</summary>
    public AlgorithmName Algorithm;

    /// <summary>The key, from its first byte on.</summary>
    public KeyBytes Key;

    /// <summary>How many bytes the key has, at most 256; 16, 24 or 32 for AES.</summary>
    public uint KeyLength;

    /// <summary>The size of the authentication tag in bytes; 0 for ciphers without one.</summary>
    public uint AuthenticationSize;

    /// <summary>The bytes of <see cref="Type"/>.</summary>
    [InlineArray(14)]
    public struct TypeName
    {
        private byte _first;
    }

    /// <summary>The bytes of <see cref="Algorithm"/>.</summary>
    [InlineArray(128)]
    public struct AlgorithmName
    {
        private byte _first;
    }

    /// <summary>The bytes of <see cref="Key"/>.</summary>
    [InlineArray(256)]
    public struct KeyBytes
    {
        private byte _first;
    }
}
