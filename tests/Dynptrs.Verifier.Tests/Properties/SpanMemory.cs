namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>What the generator remembers of a span or a ref.</summary>
/// <param name="View">The view whose memory it is, or <see langword="null"/>.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="IsReadOnly">Whether the memory may only be read.</param>
/// <param name="IsStack">Whether it is on the stack of the function itself.</param>
internal sealed record SpanMemory(ViewMemory? View, long Size, bool IsReadOnly, bool IsStack);
