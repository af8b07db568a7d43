using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>
/// As what the variables are read, in one verification, that host code sets before a program is loaded: as a number, as an unknown that
/// is the same for each read, or, where they are met for the first time, as another unknown each time.
/// </summary>
/// <remarks>Follows <c>bpf_map_direct_read</c>, which knows what frozen memory holds: it is the same wherever it is read.</remarks>
internal sealed class Loading
{
    private readonly ImmutableArray<GlobalVariable> _unknowns;
    private List<GlobalVariable>? _met;

    /// <summary>Nothing is known of any variable.</summary>
    public Loading()
        : this(ImmutableArray<LoadedNumber>.Empty, ImmutableArray<GlobalVariable>.Empty)
    {
    }

    /// <summary>Says what is known.</summary>
    /// <param name="numbers">The variables that have a number.</param>
    /// <param name="unknowns">The variables that are an unknown of their own: each takes a cell before those of all frames.</param>
    public Loading(ImmutableArray<LoadedNumber> numbers, ImmutableArray<GlobalVariable> unknowns) =>
        (Numbers, _unknowns) = (numbers, unknowns);

    /// <summary>The variables that have a number.</summary>
    public ImmutableArray<LoadedNumber> Numbers { get; }

    /// <summary>How many cells the unknowns take.</summary>
    public int CellCount => _unknowns.Length;

    /// <summary>The variables that were read and of which nothing was known, in the order in which they were met.</summary>
    public IReadOnlyList<GlobalVariable> Met => _met ?? (IReadOnlyList<GlobalVariable>)[];

    /// <summary>Sets the unknowns where a function is entered that is verified on its own.</summary>
    public void Begin(State state)
    {
        for (var i = 0; i < _unknowns.Length; i++)
            state.Cells[i] = NewUnknown(state, _unknowns[i]);
    }

    /// <summary>The number in a variable.</summary>
    public NumberValue Read(State state, GlobalVariable variable)
    {
        foreach (var loaded in Numbers)
        {
            if (loaded.Variable == variable)
                return NumberValue.Constant(loaded.Number);
        }

        if (_unknowns.IndexOf(variable) is >= 0 and var cell && state.Cells[cell] is NumberValue number)
            return number;
        _met ??= [];
        if (!_met.Contains(variable))
            _met.Add(variable);
        return NewUnknown(state, variable);
    }

    /// <summary>Whether a path has learned that the kernel has a helper; <see langword="null"/> where it is not asked.</summary>
    public bool? Has(State state, string helper)
    {
        foreach (var loaded in Numbers)
        {
            if (loaded.Variable.Helper?.Helper == helper)
                return loaded.Number != 0;
        }

        for (var i = 0; i < _unknowns.Length; i++)
        {
            if (_unknowns[i].Helper?.Helper == helper)
                return state.Cells[i] is NumberValue { Range: { IsConstant: true, SignedMin: not 0 } };
        }

        return null;
    }

    private static NumberValue NewUnknown(State state, GlobalVariable variable)
    {
        var all = Scalar.Of((ScalarType)variable.Type);
        switch (variable.LoadTime)
        {
            case { Range: { } range }:
                return state.NewNumber(all.Meet(Scalar.Signed(range.Min, range.Max)));
            case { Listed: { IsEmpty: false } listed }:
                var some = Scalar.Empty;
                foreach (var number in listed)
                    some = some.Join(Scalar.Constant(number));
                return state.NewNumber(some);
            default:
                return state.NewNumber(all);
        }
    }
}
