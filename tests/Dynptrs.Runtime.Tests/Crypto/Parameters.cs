using System;
using System.Text;

namespace Dynptrs.Tests.Crypto;

/// <summary>Makes the parameters of ciphers.</summary>
internal static class Parameters
{
    public static CryptoParameters Of(string algorithm, ReadOnlySpan<byte> key, string type = "skcipher")
    {
        CryptoParameters parameters = default;
        Encoding.ASCII.GetBytes(type, parameters.Type);
        Encoding.ASCII.GetBytes(algorithm, parameters.Algorithm);
        key.CopyTo(parameters.Key);
        parameters.KeyLength = (uint)key.Length;
        return parameters;
    }

    public static CryptoContext Context(string algorithm, ReadOnlySpan<byte> key)
    {
        var context = CryptoContext.Create(Of(algorithm, key), CryptoParameters.Size, out var error);
        Assert.Equal(0, error);
        return context!;
    }
}
