using System;

namespace Dynptrs.Verifier.Domain;

/// <summary>The cells of a state: an array of values whose pages are shared between states until one writes to them.</summary>
/// <remarks>Forking a state copies the page table only, so that a path costs what it changes and not what it holds.</remarks>
internal sealed class Cells
{
    private const int PageBits = 4;
    private const int PageSize = 1 << PageBits;
    private const int PageMask = PageSize - 1;

    private Page[] _pages;

    public Cells() => _pages = new Page[4];

    private Cells(Cells other)
    {
        _pages = new Page[other._pages.Length];
        for (var i = 0; i < _pages.Length; i++)
        {
            other._pages[i].IsOwned = false;
            _pages[i].Values = other._pages[i].Values;
        }
    }

    public Value? this[int cell]
    {
        get => (cell >> PageBits) < _pages.Length && _pages[cell >> PageBits].Values is { } page ? page[cell & PageMask] : null;
        set
        {
            var index = cell >> PageBits;
            if (index >= _pages.Length)
            {
                if (value is null)
                    return;
                Array.Resize(ref _pages, Math.Max(index + 1, 2 * _pages.Length));
            }

            ref var page = ref _pages[index];
            if (page.Values is not { } values)
            {
                if (value is null)
                    return;
                (page.Values, page.IsOwned) = (values = new Value?[PageSize], true);
            }
            else if (!page.IsOwned)
            {
                if (ReferenceEquals(values[cell & PageMask], value))
                    return;
                var copy = new Value?[PageSize];
                Array.Copy(values, copy, PageSize);
                (page.Values, page.IsOwned) = (values = copy, true);
            }

            values[cell & PageMask] = value;
        }
    }

    public Cells Fork() => new(this);

    /// <summary>The cell after <paramref name="cell"/> that holds a value, or -1. Start with -1.</summary>
    public int Next(int cell)
    {
        cell++;
        while (cell >> PageBits < _pages.Length)
        {
            if (_pages[cell >> PageBits].Values is { } page)
            {
                do
                {
                    if (page[cell & PageMask] is not null)
                        return cell;
                    cell++;
                }
                while ((cell & PageMask) != 0);
            }
            else
            {
                cell = (cell & ~PageMask) + PageSize;
            }
        }

        return -1;
    }

    /// <summary>
    /// The cell after <paramref name="cell"/> that holds a number with an identity, or a span whose length has it; or -1. Start with -1.
    /// </summary>
    public int NextOf(int id, int cell)
    {
        for (var index = ++cell >> PageBits; index < _pages.Length; cell = ++index << PageBits)
        {
            if (_pages[index].Values is not { } page)
                continue;
            for (var i = cell & PageMask; i < page.Length; i++)
            {
                if ((page[i] as NumberValue ?? (page[i] as PointerValue)?.Bytes) is { } number && number.Id == id)
                    return (index << PageBits) + i;
            }
        }

        return -1;
    }

    /// <summary>Empties the cells from <paramref name="first"/> on.</summary>
    public void ClearFrom(int first)
    {
        for (var cell = Next(first - 1); cell >= 0; cell = Next(cell))
            this[cell] = null;
    }

    /// <summary>Some cells; without values, if all are empty.</summary>
    private struct Page
    {
        public Value?[]? Values;

        /// <summary>Whether no other state has them.</summary>
        public bool IsOwned;
    }
}
