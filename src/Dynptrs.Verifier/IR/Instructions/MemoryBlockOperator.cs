namespace Dynptrs.Verifier.IR;

/// <summary>What a <see cref="MemoryBlockInstruction"/> does.</summary>
public enum MemoryBlockOperator
{
    /// <summary>Writes the operand to every element of the destination.</summary>
    Fill,

    /// <summary>Copies all of the operand's memory to the beginning of the destination, which may be longer.</summary>
    Copy,

    /// <summary>Reads the memory of both and answers whether they have the same length and content.</summary>
    Equal,

    /// <summary>Reads the memory of both and answers whether the destination begins with the content of the operand.</summary>
    StartsWith,

    /// <summary>Reads the memory of both and answers whether the destination ends with the content of the operand.</summary>
    EndsWith,

    /// <summary>Reads the destination and answers the index of the first element that is the operand, or -1.</summary>
    IndexOf,
}
