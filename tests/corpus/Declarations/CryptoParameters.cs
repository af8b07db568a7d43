using System.Runtime.CompilerServices;

namespace Corpus;

/// <summary>What a <see cref="CryptoContext"/> is made of: <c>struct bpf_crypto_params</c>, 408 bytes.</summary>
internal struct CryptoParameters
{
    public const uint Size = 408;

    public TypeName type;
    public ushort reserved;
    public AlgorithmName algo;
    public Key key;
    public uint key_len;
    public uint authsize;

    [InlineArray(14)]
    public struct TypeName
    {
        private byte _first;
    }

    [InlineArray(128)]
    public struct AlgorithmName
    {
        private byte _first;
    }

    [InlineArray(256)]
    public struct Key
    {
        private byte _first;
    }
}
