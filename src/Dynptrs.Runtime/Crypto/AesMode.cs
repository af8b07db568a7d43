namespace Dynptrs;

/// <summary>How AES is applied to more than one block.</summary>
internal enum AesMode
{
    /// <summary>Electronic codebook, <c>ecb(aes)</c>.</summary>
    Ecb,

    /// <summary>Cipher block chaining, <c>cbc(aes)</c>.</summary>
    Cbc,

    /// <summary>Counter, <c>ctr(aes)</c>.</summary>
    Ctr,
}
