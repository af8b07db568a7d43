using System.Collections.Generic;

namespace Dynptrs.Emit.Text;

/// <summary>A statement of C.</summary>
/// <param name="Line">The line of C# that it was made from.</param>
internal abstract record CStatement(SourceLine? Line)
{
    /// <summary>Whether control never goes on behind it.</summary>
    public virtual bool IsJump => false;

    /// <summary>A statement without parts.</summary>
    internal sealed record Simple(string Text, SourceLine? Line) : CStatement(Line);

    /// <summary>Gives a variable a value.</summary>
    internal sealed record Assign(string Target, CExpression Value, SourceLine? Line) : CStatement(Line);

    /// <summary>Leaves the function.</summary>
    internal sealed record Return(CExpression? Value, SourceLine? Line) : CStatement(Line)
    {
        public override bool IsJump => true;
    }

    /// <summary>Goes to where a block begins.</summary>
    internal sealed record Goto(int Target, SourceLine? Line) : CStatement(Line)
    {
        public override bool IsJump => true;
    }

    /// <summary>Leaves the loop around it.</summary>
    internal sealed record Break(SourceLine? Line) : CStatement(Line)
    {
        public override bool IsJump => true;
    }

    /// <summary>Begins the next round of the loop around it.</summary>
    internal sealed record Continue(SourceLine? Line) : CStatement(Line)
    {
        public override bool IsJump => true;
    }

    /// <summary>Where a block begins.</summary>
    internal sealed record Label(int Target) : CStatement((SourceLine?)null);

    /// <summary>One of two, as a condition says.</summary>
    internal sealed record If(CExpression Condition, List<CStatement> Then, List<CStatement> Else, SourceLine? Line) : CStatement(Line)
    {
        public override bool IsJump => Then is [.., { IsJump: true }] && Else is [.., { IsJump: true }];
    }

    /// <summary>A loop, which only a jump leaves, or a condition, where it has one.</summary>
    internal sealed record Loop(int Header, CExpression? Condition, List<CStatement> Body, SourceLine? Line) : CStatement(Line)
    {
        /// <summary>Whether the compiler writes out its rounds.</summary>
        public bool IsWrittenOut { get; init; }

        /// <summary>Whether the condition is asked behind each round, not before it.</summary>
        public bool IsAskedBehind { get; init; }
    }
}
