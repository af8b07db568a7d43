using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Dynptrs.Emit.Text;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Types;

/// <summary>The types of an object in C: their names, and the declarations that they need.</summary>
internal sealed class CTypes
{
    private readonly StringBuilder _declarations = new();
    private readonly Dictionary<IrType, string> _names = [];
    private readonly Dictionary<string, string> _byBody = [];
    private readonly CNames _tags = new();
    private readonly HashSet<string> _kernelTypes = [];
    private readonly Dictionary<string, KernelStruct> _kernelStructs = [];
    private bool _hasSpan;
    private bool _hasContext;
    private bool _hasRelocation;

    /// <summary>The declarations of the types that were asked for, in an order in which they compile.</summary>
    public string Declarations
    {
        get
        {
            // What is read of a struct of the kernel's is known when all functions are written.
            var text = new StringBuilder(_declarations.ToString());
            foreach (var (type, structure) in _kernelStructs)
                text.Replace(Placeholder(type), structure.Declaration());
            return text.ToString();
        }
    }

    /// <summary>The type of a variable.</summary>
    public string Variable(IrType type, Site site, string? kernelType = null) => type switch
    {
        ScalarType scalar => Scalar(scalar),
        HandleType => Handle(kernelType),
        PointerType pointer => Pointer(pointer.Element, site),
        ViewType view => view.Element is { } element ? Pointer(element, site) : "__u8 *",
        _ => InMemory(type, site),
    };

    /// <summary>The type of a pointer to values of a type.</summary>
    public string Pointer(IrType element, Site site) =>
        element is OpaqueType { Size: < 0 } ? "void *" : Star(InMemory(element, site));

    /// <summary>The type of a pointer to an object of the kernel.</summary>
    public string Handle(string? kernelType)
    {
        if (kernelType is null)
            return "void *";
        DeclareKernelType(kernelType, 0);
        return Star(kernelType);
    }

    /// <summary>A pointer to a type.</summary>
    public static string Star(string type) => type.EndsWith('*') ? type + "*" : type + " *";

    /// <summary>The type of what lies in memory, where a bool is a byte that may be any.</summary>
    public string InMemory(IrType type, Site site)
    {
        switch (type)
        {
            case ScalarType scalar:
                return scalar == ScalarType.Bool ? "__u8" : Scalar(scalar);
            case OwnerType { KernelType: { Name: var kernelType, Size: var size and > 0 } }:
                DeclareKernelType(kernelType, size);
                return kernelType;
            case StructType structure:
                return Named(structure, () => Body(structure, site), structure.KernelType?.Name.Split(' ')[^1] ?? structure.Name);
            case OpaqueType { Size: >= 0 } opaque:
                return Named(opaque, () => Body(opaque, site), opaque.Name.Length > 0 ? opaque.Name : "bytes");
            case HandleType or PointerType or ViewType:
                return Variable(type, site);
            default:
                throw new EmissionException(
                    site, type is OwnerType owner ? $"a `{owner.Name}`, which names no type of the kernel" : "a type of unknown size");
        }
    }

    /// <summary>The type of a number.</summary>
    public static string Scalar(ScalarType type) => type switch
    {
        { Name: "bool" } => "bool",
        { Size: 4, IsSigned: true } => "int",
        _ => string.Create(CultureInfo.InvariantCulture, $"__{(type.IsSigned ? 's' : 'u')}{8 * type.Size}"),
    };

    /// <summary>The type of a pointer and the number of bytes behind it, where both are returned.</summary>
    public string Span()
    {
        if (!_hasSpan)
            _declarations.Append("struct span {\n\tvoid *start;\n\t__u64 size;\n};\n\n");
        _hasSpan = true;
        return "struct span";
    }

    /// <summary>A type that may lie anywhere.</summary>
    public string Unaligned(string type)
    {
        var name = "struct unaligned_" + type.TrimStart('_').Replace(' ', '_');
        if (_kernelTypes.Add(name))
            _declarations.Append(CultureInfo.InvariantCulture, $"{name} {{\n\t{type} value;\n}} __packed;\n\n");
        return name;
    }

    /// <summary>A context that is an array, as that of a tracepoint.</summary>
    /// <param name="type">The type of its elements.</param>
    public string ContextOf(string type)
    {
        var name = "struct context_of_" + type.TrimStart('_');
        if (_kernelTypes.Add(name))
            DeclareContext($"{name} {{\n\t{type} items[0];\n}} __context;\n");
        return name;
    }

    /// <summary>The name in C of a field.</summary>
    public static string Field(StructField field)
    {
        var names = new CNames();
        return names.Give(field.Name);
    }

    /// <summary>Declares what a pointer to a type of the kernel's points to.</summary>
    /// <param name="pointer">The pointer in C, such as <c>struct task_struct *</c>.</param>
    public void DeclarePointee(string pointer) => DeclareKernelType(pointer[..^1].TrimEnd(), 0);

    /// <summary>
    /// Declares a type of the kernel: a context as it is, an owner as bytes, anything else as a struct of which nothing is read.
    /// </summary>
    public void DeclareKernelType(string type, int size)
    {
        if (!type.StartsWith("struct ", StringComparison.Ordinal) || !_kernelTypes.Add(type))
            return;
        if (EmbeddedText.Declaration(type) is { } declaration)
            DeclareContext(declaration);
        else if (size > 0)
            _declarations.Append(CultureInfo.InvariantCulture, $"{type} {{\n\t__u64 opaque[{size / 8}];\n}} __aligned(8);\n\n");
        else
            DeclareStruct(type);
    }

    /// <summary>Adds a field that is read of a struct of the kernel's.</summary>
    /// <param name="type">The struct in C.</param>
    /// <param name="path">The name of the field, behind those of the structs in which it lies.</param>
    /// <param name="declaredType">Its type in C.</param>
    /// <param name="count">The number of elements of an array, or 0.</param>
    /// <returns>Whether nothing else is known of it.</returns>
    public bool TryAddField(string type, string path, string declaredType, int count)
    {
        DeclareKernelType(type, 0);
        if (!_kernelStructs.TryGetValue(type, out var structure))
            return false;
        if (!_hasRelocation)
            _declarations.Insert(0, EmbeddedText.Relocation + "\n");
        _hasRelocation = true;
        return structure.TryAdd(path, declaredType, count);
    }

    /// <summary>Adds a field of a context that lies at an offset.</summary>
    /// <param name="type">The struct in C.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="declaredType">Its type in C.</param>
    /// <param name="count">The number of elements of an array, or 0.</param>
    /// <param name="offset">Where it lies, in bytes from the start.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <returns>Whether nothing else is known of it, and nothing else lies there.</returns>
    public bool TryAddField(string type, string name, string declaredType, int count, int offset, int size)
    {
        if (!_hasContext)
            _declarations.Insert(0, EmbeddedText.Context + "\n");
        _hasContext = true;
        DeclareKernelType(type, 0);
        return _kernelStructs.TryGetValue(type, out var structure) && structure.TryAdd(name, declaredType, count, offset, size);
    }

    private void DeclareStruct(string type)
    {
        _kernelStructs[type] = new KernelStruct(type);
        _declarations.Append(Placeholder(type));
    }

    private static string Placeholder(string type) => $"/*{type}*/\n";

    private void DeclareContext(string declaration)
    {
        if (!_hasContext)
            _declarations.Append(EmbeddedText.Context).Append('\n');
        _hasContext = true;
        _declarations.Append(declaration).Append('\n');
    }

    private string Named(IrType type, Func<string> body, string name)
    {
        if (_names.TryGetValue(type, out var known))
            return known;
        var text = body();
        // The same struct may have been lowered twice.
        var key = name + text;
        if (!_byBody.TryGetValue(key, out var tag))
        {
            tag = "struct " + _tags.Give(name.Length == 0 ? "tuple" : name);
            _byBody[key] = tag;
            _declarations.Append(tag).Append(' ').Append(text).Append(";\n");
            if (type.Size >= 0)
                _declarations.Append(CultureInfo.InvariantCulture, $"_Static_assert(sizeof({tag}) == {type.Size}, \"{tag}\");\n");
            _declarations.Append('\n');
        }

        return _names[type] = tag;
    }

    private string Body(StructType type, Site site)
    {
        var text = new StringBuilder("{\n");
        var (end, pads) = (0, 0);
        var (alignment, isPacked) = (AlignmentOf(type), IsPacked(type));
        foreach (var field in type.Fields)
        {
            if (type.Size >= 0)
            {
                if (field.ByteOffset > (isPacked ? end : Align(end, NaturalAlignment(field.Type))))
                    text.Append(CultureInfo.InvariantCulture, $"\t__u8 pad{pads++}[{field.ByteOffset - end}];\n");
                end = field.ByteOffset + field.Type.Size;
            }

            text.Append('\t').Append(Declare(InMemory(field.Type, site), Field(field))).Append(";\n");
            if (HasSize(type, field))
                text.Append("\t__u64 ").Append(SizeField(field)).Append(";\n");
        }

        if (type.Size < 0)
            return text.Append('}').ToString();
        if (type.Size > Align(end, isPacked ? 1 : alignment))
            text.Append(CultureInfo.InvariantCulture, $"\t__u8 pad{pads}[{type.Size - end}];\n");
        text.Append('}');
        if (isPacked)
            text.Append(CultureInfo.InvariantCulture, $" __packed __aligned({alignment})");
        return text.ToString();
    }

    /// <summary>Whether C would lay the fields out in another way than C# does.</summary>
    private static bool IsPacked(StructType type)
    {
        var natural = type.Fields.Select(field => NaturalAlignment(field.Type)).DefaultIfEmpty(1).Max();
        return type.Size >= 0
            && (type.Size % natural != 0
                || AlignmentOf(type) < natural
                || type.Fields.Any(field => field.ByteOffset % NaturalAlignment(field.Type) != 0));
    }

    /// <summary>The alignment with which C# lays a struct out, arrays in it included, of which the verifier counts on none.</summary>
    private static int AlignmentOf(StructType type) =>
        type.Fields.Select(field => Math.Min(field.Alignment, NaturalAlignment(field.Type))).DefaultIfEmpty(1).Max();

    /// <summary>
    /// Whether a number of bytes stands beside a pointer in a field: a span has no size that is known before the program runs.
    /// </summary>
    public static bool HasSize(StructType type, StructField field) => type.Size < 0 && field.Type is PointerType;

    /// <summary>The field that keeps how many bytes are behind a pointer in another.</summary>
    public static string SizeField(StructField field) => Field(field) + "_size";

    private string Body(OpaqueType type, Site site)
    {
        var isArray = type.Element is { Size: > 0 } element && type.Size % element.Size == 0;
        var (item, count) = isArray ? (InMemory(type.Element!, site), type.Size / type.Element!.Size) : ("__u8", type.Size);
        var text = string.Create(CultureInfo.InvariantCulture, $"{{\n\t{item} items[{count}];\n}}");
        return type.DeclaredAlignment > (isArray ? NaturalAlignment(type.Element!) : 1)
            ? string.Create(CultureInfo.InvariantCulture, $"{text} __aligned({type.DeclaredAlignment})")
            : text;
    }

    private static int NaturalAlignment(IrType type) => type switch
    {
        OpaqueType opaque => opaque.DeclaredAlignment,
        StructType structure => AlignmentOf(structure),
        _ => Math.Max(type.Alignment, 1),
    };

    /// <summary>A declaration of a name.</summary>
    public static string Declare(string type, string name) => type.EndsWith('*') ? type + name : $"{type} {name}";

    private static int Align(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
