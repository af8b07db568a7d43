using System;

namespace Dynptrs.Verifier.Domain;

/// <summary>The cells of a state: an array of values whose pages are shared between states until one writes to them.</summary>
/// <remarks>Forking a state copies the page table only, so that a path costs what it changes and not what it holds.</remarks>
internal sealed class Cells
{
    private const int PageBits = 4;
    private const int PageSize = 1 << PageBits;
    private const int PageMask = PageSize - 1;

    private Value?[]?[] _pages;
    private bool[] _isOwned;

    public Cells()
    {
        _pages = new Value?[4][];
        _isOwned = new bool[4];
    }

    private Cells(Cells other)
    {
        _pages = (Value?[]?[])other._pages.Clone();
        _isOwned = new bool[_pages.Length];
        Array.Clear(other._isOwned, 0, other._isOwned.Length);
    }

    public Value? this[int cell]
    {
        get => (cell >> PageBits) < _pages.Length && _pages[cell >> PageBits] is { } page ? page[cell & PageMask] : null;
        set
        {
            var index = cell >> PageBits;
            if (index >= _pages.Length)
            {
                if (value is null)
                    return;
                var length = Math.Max(index + 1, 2 * _pages.Length);
                Array.Resize(ref _pages, length);
                Array.Resize(ref _isOwned, length);
            }

            if (_pages[index] is not { } page)
            {
                if (value is null)
                    return;
                page = new Value?[PageSize];
                (_pages[index], _isOwned[index]) = (page, true);
            }
            else if (!_isOwned[index])
            {
                if (ReferenceEquals(page[cell & PageMask], value))
                    return;
                page = (Value?[])page.Clone();
                (_pages[index], _isOwned[index]) = (page, true);
            }

            page[cell & PageMask] = value;
        }
    }

    public Cells Fork() => new(this);

    /// <summary>The cell after <paramref name="cell"/> that holds a value, or -1. Start with -1.</summary>
    public int Next(int cell)
    {
        cell++;
        while (cell >> PageBits < _pages.Length)
        {
            if (_pages[cell >> PageBits] is { } page)
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

    /// <summary>Empties the cells from <paramref name="first"/> on.</summary>
    public void ClearFrom(int first)
    {
        for (var cell = Next(first - 1); cell >= 0; cell = Next(cell))
            this[cell] = null;
    }
}
