namespace Dynptrs.Verifier.IR;

/// <summary>
/// Why something cannot be followed. All but the first three have no counterpart in BPF, which refuses them in program code.
/// </summary>
public enum OpaqueReason
{
    /// <summary>A pointer or <c>Unsafe</c> makes bytes out of a typed place.</summary>
    Reinterpretation,

    /// <summary>Nothing is known of it, though BPF has a counterpart.</summary>
    NotFollowed,

    /// <summary>It is a part of something that is refused as a whole.</summary>
    Part,

    /// <summary>Memory of the heap.</summary>
    Heap,

    /// <summary>A delegate that is bound to variables or to an object.</summary>
    Closure,

    /// <summary>Text: strings and what is made of them.</summary>
    Text,

    /// <summary>Numbers that are not integers.</summary>
    FloatingPoint,

    /// <summary>Exceptions.</summary>
    Exception,

    /// <summary>A function that is left and resumed.</summary>
    Suspension,

    /// <summary>A member that is looked up when the program runs.</summary>
    Dynamic,

    /// <summary>The type that an object has when the program runs.</summary>
    RuntimeType,

    /// <summary>Values that may be missing.</summary>
    Nullable,

    /// <summary>A variable of managed memory that programs share.</summary>
    ManagedStatic,

    /// <summary>A stack allocation whose size is no constant.</summary>
    VariableSize,

    /// <summary>A call of a method whose body is not here, and which has no contract.</summary>
    Library,

    /// <summary>A call of a method that the compiler writes for a type.</summary>
    Synthesized,

    /// <summary>A call of a method that the object or the delegate decides.</summary>
    Dispatch,

    /// <summary>An operation on a number of another width than the instructions have.</summary>
    Width,

    /// <summary>A calculation with an address that leads to no other one.</summary>
    Address,

    /// <summary>An object of the kernel's that is taken for one of another type.</summary>
    OtherObject,

    /// <summary>An address that is taken for an object of the kernel's whose fields are read at once.</summary>
    UnknownObject,

    /// <summary>Some other construct.</summary>
    Other,
}
