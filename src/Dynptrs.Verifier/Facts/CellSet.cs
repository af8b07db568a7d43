using System;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>A set of cells of one frame.</summary>
internal readonly struct CellSet(int count)
{
    private readonly ulong[] _words = new ulong[(count + 63) / 64];

    public bool Contains(int cell) => cell >> 6 < _words.Length && (_words[cell >> 6] & (1UL << cell)) != 0;

    public bool Add(int cell)
    {
        var before = _words[cell >> 6];
        _words[cell >> 6] = before | (1UL << cell);
        return _words[cell >> 6] != before;
    }

    public void Remove(int cell) => _words[cell >> 6] &= ~(1UL << cell);

    public bool Add(Local local)
    {
        var isNew = false;
        for (var i = 0; i < local.Type.CellCount; i++)
            isNew |= Add(local.FirstCell + i);
        return isNew;
    }

    public void Remove(Local local)
    {
        for (var i = 0; i < local.Type.CellCount; i++)
            Remove(local.FirstCell + i);
    }

    public bool Intersects(Local local)
    {
        for (var i = 0; i < local.Type.CellCount; i++)
        {
            if (Contains(local.FirstCell + i))
                return true;
        }

        return false;
    }

    public bool Add(CellSet other)
    {
        var isNew = false;
        for (var i = 0; i < _words.Length; i++)
        {
            var before = _words[i];
            _words[i] |= other._words[i];
            isNew |= _words[i] != before;
        }

        return isNew;
    }

    public void CopyFrom(CellSet other) => Array.Copy(other._words, _words, _words.Length);
}
