namespace Corpus;

/// <summary>A cipher with its key: <c>struct bpf_crypto_ctx</c>.</summary>
internal sealed class CryptoContext;
