using Dynptrs.Tool.InKernel;

namespace Dynptrs.Tool.Commands;

/// <summary>What <c>dynptr records</c> is asked.</summary>
/// <param name="Path">The project.</param>
/// <param name="Ring">The ring buffer.</param>
/// <param name="Programs">The programs that are attached; none for all of the class of the ring buffer.</param>
/// <param name="Place">Where those are attached whose sections do not say.</param>
/// <param name="Pinned">The path of a ring buffer that another process fills; then nothing is attached.</param>
/// <param name="Type">The type that the records begin with; <see langword="null"/> for what the code says.</param>
/// <param name="Count">How many records, or <see langword="null"/>.</param>
/// <param name="IsJson">Whether programs read them.</param>
internal sealed record RecordsRequest(
    string Path,
    string Ring,
    string[] Programs,
    AttachPlace Place,
    string? Pinned,
    string? Type,
    long? Count,
    bool IsJson);
