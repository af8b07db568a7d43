namespace Corpus;

/// <summary>What a program answers about a socket buffer: <c>enum sk_action</c>.</summary>
internal static class SkAction
{
    public const int SK_DROP = 0;
    public const int SK_PASS = 1;
}
