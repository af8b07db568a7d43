using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Tool.Structs;

/// <summary>Finds the structs and the fields that are asked for in the types of a kernel.</summary>
/// <param name="types">The types.</param>
internal sealed class StructFinder(TypeFile types)
{
    private const string IteratorState = "bpf_iter_meta";
    private const int BoolEncoding = 4;
    private const int SignedEncoding = 1;
    private const int MaxDepth = 32;

    // The kernel lists the fields whose pointers it trusts as types of these names.
    private static readonly (string Suffix, PointerTrust Trust)[] Lists =
    [
        ("__safe_trusted", PointerTrust.Trusted),
        ("__safe_trusted_or_null", PointerTrust.TrustedOrNull),
        ("__safe_rcu", PointerTrust.Rcu),
        ("__safe_rcu_or_null", PointerTrust.RcuOrNull),
    ];

    private readonly List<WantedStruct> _structs = [];
    private readonly List<FixedArray> _arrays = [];

    /// <summary>The structs, in the order in which they were met.</summary>
    public IReadOnlyList<WantedStruct> Structs => _structs;

    /// <summary>The arrays that are fields of them.</summary>
    public IReadOnlyList<FixedArray> Arrays => _arrays;

    /// <summary>Finds a field.</summary>
    /// <param name="structure">The kernel's name of the struct.</param>
    /// <param name="path">The names of the fields on the way, through structs that lie in others and through pointers.</param>
    /// <exception cref="ToolException">There is none.</exception>
    public void Add(string structure, string path)
    {
        if (types.FindStructure(structure) is not { } root)
            throw new ToolException($"There is no struct `{structure}` in these types.");
        var names = path.Split('.');
        if (names.Any(name => name.Length == 0))
            throw new ToolException($"`{path}` is no field: names stand between dots, as in `mm.exe_file`.");
        var (owner, wanted, prefix) = (root, Want(structure), "");
        for (var i = 0; i < names.Length; i++)
        {
            var (isLast, shown) = (i == names.Length - 1, string.Join('.', names[..(i + 1)]));
            if (Find(owner, names[i], 0) is not { } member)
                throw new ToolException($"`{structure}` has no field `{shown}` in these types.");
            if (member.Bits > 0)
                throw new ToolException($"`{structure}.{shown}` is a bit field, which has no bytes of its own.");
            var type = types.Resolve(member.Type);
            prefix += names[i];
            if (type.Kind is TypeKind.Structure or TypeKind.Union)
            {
                if (isLast)
                    throw new ToolException($"`{structure}.{shown}` is a struct: name a field of it, such as `{shown}.{FirstOf(type)}`.");
                (owner, prefix) = (type, prefix + ".");
                continue;
            }

            if (type.Kind == TypeKind.Pointer && Behind(type) is { } target)
            {
                var trust = TrustOf(wanted.Name, prefix, type, target);
                wanted.Add(new StructField(prefix, StructNames.Class(target.Name), IsPointer: true, trust));
                (owner, wanted, prefix) = (target, Want(target.Name), "");
                continue;
            }

            if (!isLast)
                throw new ToolException($"`{structure}.{shown}` leads to nothing that has fields.");
            wanted.Add(new StructField(prefix, TypeOf(type, wanted, prefix, $"{structure}.{shown}"), IsPointer: false, PointerTrust.None));
        }
    }

    private WantedStruct Want(string name)
    {
        var wanted = _structs.Find(known => known.Name == name);
        if (wanted is null)
            _structs.Add(wanted = new WantedStruct(name));
        return wanted;
    }

    /// <summary>A member, which may lie in structures and unions without a name.</summary>
    private KernelMember? Find(KernelType owner, string name, int depth)
    {
        if (depth > MaxDepth)
            return null;
        foreach (var member in types.Members(owner))
        {
            if (member.Name == name)
                return member;
            if (member.Name.Length == 0
                && types.Resolve(member.Type) is { Kind: TypeKind.Structure or TypeKind.Union } inner
                && Find(inner, name, depth + 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private string FirstOf(KernelType type) =>
        types.Members(type).Select(member => member.Name).FirstOrDefault(name => name.Length > 0, "x");

    /// <summary>The struct that a pointer points to, where a program may follow it.</summary>
    private KernelType? Behind(KernelType pointer)
    {
        var tags = types.TagsBehind(pointer);
        if (tags.Contains("user") || tags.Contains("percpu"))
            return null;
        return types.Resolve(pointer.Target) switch
        {
            { Kind: TypeKind.Structure, Name.Length: > 0 } type => type,
            // What is only declared in one place is laid out in another.
            { Kind: TypeKind.Forward } forward => types.FindStructure(forward.Name),
            _ => null,
        };
    }

    private PointerTrust TrustOf(string structure, string field, KernelType pointer, KernelType target)
    {
        // What an iterator gives in its last round is null; what it tells of itself is not.
        if (StructNames.IsContext(structure))
            return target.Name == IteratorState ? PointerTrust.Trusted : PointerTrust.TrustedOrNull;
        foreach (var (suffix, trust) in Lists)
        {
            if (types.FindStructure(structure + suffix) is { } list && types.Members(list).Any(member => member.Name == field))
                return trust;
        }

        return types.TagsBehind(pointer).Contains("rcu") ? PointerTrust.RcuOrNull : PointerTrust.None;
    }

    private string TypeOf(KernelType type, WantedStruct wanted, string path, string shown)
    {
        if (type.Kind == TypeKind.Array)
        {
            if (type.Count < 1 || Number(types.Resolve(type.Target)) is not { } item)
                throw new ToolException($"`{shown}` is an array of what is no number, or of no fixed length.");
            var name = StructNames.Class(wanted.Name) + StructNames.Property(path);
            var array = new FixedArray(name, item == "sbyte" ? "byte" : item, type.Count);
            if (!_arrays.Contains(array))
                _arrays.Add(array);
            return array.Name;
        }

        return Number(type) ?? throw new ToolException($"`{shown}` is neither a number nor a pointer, and has no form in C# here.");
    }

    private static string? Number(KernelType type) => type switch
    {
        { Kind: TypeKind.Pointer } => "nuint",
        { Kind: TypeKind.Integer, Size: 1 } when (type.At >> 24 & BoolEncoding) != 0 => "bool",
        { Kind: TypeKind.Integer } => Number(type.Size, (type.At >> 24 & SignedEncoding) != 0),
        { Kind: TypeKind.Enumeration or TypeKind.Enumeration64 } => Number(type.Size, type.Flag),
        _ => null,
    };

    private static string? Number(int size, bool isSigned) => (size, isSigned) switch
    {
        (1, true) => "sbyte",
        (1, false) => "byte",
        (2, true) => "short",
        (2, false) => "ushort",
        (4, true) => "int",
        (4, false) => "uint",
        (8, true) => "long",
        (8, false) => "ulong",
        _ => null,
    };
}
