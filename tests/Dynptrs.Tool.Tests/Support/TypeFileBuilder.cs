using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Dynptrs.Tool.Tests.Support;

/// <summary>Makes type information (BTF) as a kernel has it.</summary>
internal sealed class TypeFileBuilder
{
    private readonly List<byte[]> _types = [];
    private readonly List<byte> _strings = [0];

    /// <summary>An integer.</summary>
    public int Integer(string name, int size, int encoding = 0) => Add(name, 1, 0, size, [(encoding << 24) | (8 * size)]);

    /// <summary>A pointer.</summary>
    public int Pointer(int target) => Add("", 2, 0, target);

    /// <summary>An array.</summary>
    public int Array(int element, int count) => Add("", 3, 0, 0, [element, 0, count]);

    /// <summary>A structure.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="members">The name, the type and the number of bits of each member.</param>
    public int Structure(string name, params (string Name, int Type, int Bits)[] members) => Composite(name, 4, members);

    /// <summary>A union.</summary>
    public int Union(string name, params (string Name, int Type, int Bits)[] members) => Composite(name, 5, members);

    /// <summary>A tag of a type.</summary>
    public int Tag(string name, int target) => Add(name, 18, 0, target);

    /// <summary>Another name of a type.</summary>
    public int Alias(string name, int target) => Add(name, 8, 0, target);

    /// <summary>An enumeration with one value.</summary>
    public int Enumeration(string name, int size) => Add(name, 6, 1, size, [0, 1]);

    /// <summary>A structure that is only declared.</summary>
    public int Forward(string name) => Add(name, 7, 0, 0);

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        var types = _types.SelectMany(type => type).ToArray();
        return
        [
            0x9f, 0xeb, 1, 0,
            .. new[] { 24, 0, types.Length, types.Length, _strings.Count }.SelectMany(BitConverter.GetBytes),
            .. types,
            .. _strings,
        ];
    }

    private int Composite(string name, int kind, (string Name, int Type, int Bits)[] members)
    {
        var hasBits = members.Any(member => member.Bits > 0);
        var words = members.SelectMany(member => new[] { Text(member.Name), member.Type, member.Bits << 24 }).ToArray();
        return Add(name, hasBits ? kind | 0x80 : kind, members.Length, 8, words);
    }

    private int Add(string name, int kind, int count, int last, params int[] behind)
    {
        int[] words = [Text(name), (kind << 24) | count, last, .. behind];
        _types.Add([.. words.SelectMany(BitConverter.GetBytes)]);
        return _types.Count;
    }

    private int Text(string text)
    {
        if (text.Length == 0)
            return 0;
        var offset = _strings.Count;
        _strings.AddRange(Encoding.UTF8.GetBytes(text + '\0'));
        return offset;
    }
}
