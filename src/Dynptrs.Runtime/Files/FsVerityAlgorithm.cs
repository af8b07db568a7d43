namespace Dynptrs;

/// <summary>A hash algorithm of fs-verity, with its number.</summary>
/// <remarks>Follows <c>FS_VERITY_HASH_ALG_SHA256</c> and <c>FS_VERITY_HASH_ALG_SHA512</c>.</remarks>
public enum FsVerityAlgorithm : ushort
{
    /// <summary>SHA-256, with digests of 32 bytes.</summary>
    Sha256 = 1,

    /// <summary>SHA-512, with digests of 64 bytes.</summary>
    Sha512 = 2,
}
