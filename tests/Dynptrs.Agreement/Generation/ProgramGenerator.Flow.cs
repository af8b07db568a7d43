using System.Linq;
using Dynptrs.Agreement.Generation.Things;

namespace Dynptrs.Agreement.Generation;

/// <content>Branches, and ways out.</content>
internal sealed partial class ProgramGenerator
{
    private void Branch()
    {
        if (Chance(25) && _frame.All<Memory>().Any(memory => memory is { IsWritable: true, IsPointer: false }))
        {
            Guarded();
            return;
        }

        _frame.Block($"if ({Condition()})", () => Statements(3));
        if (Chance(35))
            _frame.Block("else", () => Statements(2));
    }

    /// <summary>A number that is tested for what is done with it.</summary>
    private void Guarded()
    {
        var memory = Pick(_frame.All<Memory>().Where(memory => memory is { IsWritable: true, IsPointer: false }));
        var number = DeclareNumber("at", NumberType.UInt, Bare(Value(NumberType.UInt)));
        var test = _slips.IsHere(Slip.OffByOne) ? "<=" : _slips.IsHere(Slip.TestInverted) ? ">" : "<";
        _frame.Block($"if ({number.Text} {test} {Literal(NumberType.UInt, (ulong)memory.Length)})", () =>
        {
            Line($"{memory.Text}[(int){number.Text}] = {(memory.Element == NumberType.Byte ? "(byte)" : "")}{number.Text};");
            if (Chance(50))
                Statements(2);
        });
    }

    private void LeaveEarly() => Leave($"if ({Condition()})");

    /// <summary>Leaves the method, or the round of a loop, under a condition.</summary>
    private void Leave(string head)
    {
        var releases = _frame.Releases.ToList();
        // What is given back may not be read any more.
        var way = $"return {(releases.Count == 0 ? _frame.Result : _frame.WithoutReading(() => _frame.Result))};";
        if (_frame.Loops > 0 && Chance(60))
        {
            releases = releases[..(releases.Count - _frame.ReleasesOfLoop)];
            way = Chance(50) ? "break;" : "continue;";
        }

        if (releases.Count > 0 && _slips.IsHere(Slip.ReleaseLeftOutEarly))
            releases.RemoveAt(0);
        if (releases.Count == 0)
        {
            Line(head);
            Line("    " + way);
            return;
        }

        _frame.Text.Block(head, () =>
        {
            releases.ForEach(Line);
            Line(way);
        });
    }

    /// <summary>What may be null is used where it is not.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="use">Makes it known, and may write what is done with it.</param>
    /// <param name="mayLeave">Whether the method may be left where it is null.</param>
    private void WhereNotNull(string name, System.Action use, bool mayLeave = true)
    {
        if (_slips.IsHere(Slip.NullCheckLeftOut))
        {
            use();
            return;
        }

        var isInverted = _slips.IsHere(Slip.TestInverted);
        if (mayLeave && Chance(50))
        {
            Leave($"if ({(isInverted ? "" : "!")}{name})");
            use();
            return;
        }

        _frame.Block($"if ({(isInverted ? "!" : "")}{name})", () =>
        {
            use();
            Statements(3);
        });
    }
}
