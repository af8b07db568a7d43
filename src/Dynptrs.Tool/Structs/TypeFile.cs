using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Dynptrs.Tool.Structs;

/// <summary>The types of a kernel, as its type information (BTF) tells them.</summary>
/// <remarks>Follows <c>Documentation/bpf/btf.rst</c>. Nothing in the file is believed: what leads out of it is an error.</remarks>
internal sealed class TypeFile
{
    /// <summary>Where the kernel that runs here tells its types.</summary>
    public const string OfThisKernel = "/sys/kernel/btf/vmlinux";

    private const int MaxBytes = 256 << 20;
    private const ushort Magic = 0xeb9f;
    private const int HeaderBytes = 24;
    private const int TypeBytes = 12;
    private const int MemberBytes = 12;
    private const int MaxModifiers = 64;

    private readonly byte[] _bytes;
    private readonly string _path;
    private readonly int _strings;
    private readonly int _stringsEnd;
    private readonly List<int> _offsets = [0];
    private readonly Dictionary<string, int> _structures = [];

    private TypeFile(byte[] bytes, string path)
    {
        (_bytes, _path) = (bytes, path);
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt16LittleEndian(bytes) != Magic)
            throw Broken("it does not begin as such a file does");
        var header = Number(4);
        var start = Checked(header, Number(8));
        var end = Checked(start, Number(12));
        _strings = Checked(header, Number(16));
        _stringsEnd = Checked(_strings, Number(20));
        while (start < end)
        {
            _offsets.Add(start);
            var type = Read(_offsets.Count - 1);
            if (type.Kind == TypeKind.Structure && type.Name.Length > 0)
                _structures.TryAdd(type.Name, type.Id);
            start = Checked(start, TypeBytes + Trailing(type));
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ToolException">There is none, or it is not one.</exception>
    public static TypeFile Open(string path)
    {
        byte[] bytes;
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > MaxBytes)
                throw new ToolException($"{path} has more than {MaxBytes >> 20} MiB: it is no type information (BTF) of a kernel.");
            using var content = new MemoryStream();
            file.CopyTo(content);
            bytes = content.ToArray();
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException(path == OfThisKernel
                ? $"There is no {path}: the kernel that runs here tells no types. `--btf FILE` names those of another."
                : $"There is no {path}.");
        }

        return new TypeFile(bytes, path);
    }

    /// <summary>A structure, or <see langword="null"/> where there is none of the name.</summary>
    public KernelType? FindStructure(string name) => _structures.TryGetValue(name, out var id) ? Read(id) : null;

    /// <summary>A type.</summary>
    public KernelType Read(int id)
    {
        if (id == 0)
            return default;
        if (id < 0 || id >= _offsets.Count)
            throw Broken("it refers to types that it does not have, as that of a module does");
        var at = _offsets[id];
        Checked(at, TypeBytes);
        var info = Number(at + 4);
        var (kind, count, last) = ((TypeKind)((info >> 24) & 0x1f), info & 0xffff, Number(at + 8));
        if (kind is TypeKind.Void or > TypeKind.Enumeration64)
            throw Broken($"it has a type of the kind {(int)kind}, which is not known");
        var behind = at + TypeBytes;
        var type = new KernelType(id, kind, Text(Number(at)), 0, 0, count, info < 0, behind);
        return kind switch
        {
            TypeKind.Array => type with { Target = Number(behind), Count = Number(behind + 8) },
            TypeKind.Integer => type with { Size = last, At = Number(behind) },
            TypeKind.Structure or TypeKind.Union or TypeKind.Enumeration or TypeKind.Enumeration64 or TypeKind.Float or TypeKind.Section =>
                type with { Size = last },
            _ => type with { Target = last },
        };
    }

    /// <summary>The type behind aliases and qualifiers.</summary>
    public KernelType Resolve(int id)
    {
        var type = Read(id);
        for (var i = 0; i < MaxModifiers; i++)
        {
            if (type.Kind is not (TypeKind.Alias or TypeKind.Volatile or TypeKind.Const or TypeKind.Restrict or TypeKind.TypeTag))
                return type;
            type = Read(type.Target);
        }

        throw Broken("it has a type that is made of itself");
    }

    /// <summary>The tags of what a pointer points to, such as <c>rcu</c>.</summary>
    public HashSet<string> TagsBehind(KernelType pointer)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        var type = Read(pointer.Target);
        for (var i = 0; i < MaxModifiers && type.Kind is TypeKind.TypeTag or TypeKind.Volatile or TypeKind.Const; i++)
        {
            if (type.Kind == TypeKind.TypeTag)
                tags.Add(type.Name);
            type = Read(type.Target);
        }

        return tags;
    }

    /// <summary>The members of a structure or union.</summary>
    public IEnumerable<KernelMember> Members(KernelType type)
    {
        for (var i = 0; i < type.Count; i++)
        {
            var at = type.At + (i * MemberBytes);
            Checked(at, MemberBytes);
            yield return new KernelMember(Text(Number(at)), Number(at + 4), type.Flag ? (Number(at + 8) >> 24) & 0xff : 0);
        }
    }

    private static int Trailing(KernelType type) => type.Kind switch
    {
        TypeKind.Integer or TypeKind.Variable or TypeKind.DeclarationTag => 4,
        TypeKind.Array => 12,
        TypeKind.Structure or TypeKind.Union or TypeKind.Section or TypeKind.Enumeration64 => type.Count * 12,
        TypeKind.Enumeration or TypeKind.Prototype => type.Count * 8,
        _ => 0,
    };

    private int Number(int at)
    {
        Checked(at, sizeof(int));
        return BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));
    }

    private string Text(int offset)
    {
        if (offset < 0 || offset >= _stringsEnd - _strings)
            throw Broken("it has a name outside of its names");
        var rest = _bytes.AsSpan(_strings + offset, _stringsEnd - _strings - offset);
        var end = rest.IndexOf((byte)0);
        return end < 0 ? throw Broken("it has a name without an end") : Encoding.UTF8.GetString(rest[..end]);
    }

    /// <summary>The end of what has so many bytes, which must lie in the file.</summary>
    private int Checked(int start, int count)
    {
        if (start < 0 || count < 0 || (long)start + count > _bytes.Length)
            throw Broken("it ends too early");
        return start + count;
    }

    private ToolException Broken(string why) => new($"{_path} is no type information (BTF) of a kernel: {why}.");
}
