namespace Dynptrs.Verifier.IR;

/// <summary>Where memory comes from.</summary>
public enum MemoryOrigin
{
    /// <summary>Nothing is known about it.</summary>
    Unknown,

    /// <summary>Nobody knows where it lies: its address is a number, or was read from memory that is not followed.</summary>
    Foreign,

    /// <summary>The stack of a function.</summary>
    Stack,

    /// <summary>A static variable of an unmanaged type: a global of the program.</summary>
    Global,

    /// <summary>A constant in the program's own image.</summary>
    Constant,

    /// <summary>The managed heap.</summary>
    Heap,

    /// <summary>What a view points to: a slice, a map value.</summary>
    View,

    /// <summary>A packet, reached through a pointer into it.</summary>
    Packet,
}
