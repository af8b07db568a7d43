namespace Dynptrs.Tool.Structs;

/// <summary>The kinds of types in a kernel's type information, by their numbers there.</summary>
internal enum TypeKind
{
    Void,
    Integer,
    Pointer,
    Array,
    Structure,
    Union,
    Enumeration,
    Forward,
    Alias,
    Volatile,
    Const,
    Restrict,
    Function,
    Prototype,
    Variable,
    Section,
    Float,
    DeclarationTag,
    TypeTag,
    Enumeration64,
}
