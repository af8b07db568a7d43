namespace Dynptrs.Agreement.Generation.Things;

/// <summary>A value of the structure of which maps and records are made.</summary>
internal sealed class Entry(string text, Thing? owner = null) : Thing(text, owner);
