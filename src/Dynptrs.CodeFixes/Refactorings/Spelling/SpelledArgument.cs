using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>An argument, or the receiver, of a call in its other spelling.</summary>
internal sealed record SpelledArgument
{
    private const int Receiver = -1;
    private const int New = -2;

    private readonly string _text = "";
    private readonly SyntaxKind _refKind;
    private readonly TypeSyntax? _cast;
    private readonly bool _isUncast;

    private SpelledArgument(int source) => Source = source;

    /// <summary>The index of the argument that it was, or less than 0.</summary>
    public int Source { get; }

    /// <summary>Whether it was there before.</summary>
    public bool IsKept => Source != New;

    /// <summary>What was the receiver.</summary>
    /// <param name="isByRef">Whether it is passed with <see langword="ref"/>.</param>
    public static SpelledArgument OfReceiver(bool isByRef) =>
        new(Receiver, "", isByRef ? SyntaxKind.RefKeyword : SyntaxKind.None, null, false);

    /// <summary>What was an argument.</summary>
    public static SpelledArgument OfArgument(int index) => new(index);

    /// <summary>What was left out.</summary>
    public static SpelledArgument OfText(string text) => new(New, text, SyntaxKind.None, null, false);

    /// <summary>The same, cast to a type.</summary>
    public SpelledArgument Cast(TypeSyntax type) => new(Source, _text, _refKind, type, false);

    /// <summary>The same without the cast that it has.</summary>
    public SpelledArgument Uncast() => new(Source, _text, _refKind, null, true);

    private SpelledArgument(int source, string text, SyntaxKind refKind, TypeSyntax? cast, bool isUncast)
        : this(source)
    {
        _text = text;
        _refKind = refKind;
        _cast = cast;
        _isUncast = isUncast;
    }

    /// <summary>The argument of the call in its other spelling.</summary>
    /// <param name="call">The call as it is.</param>
    public ArgumentSyntax ToArgument(ExpressionSyntax call)
    {
        if (Source == New)
            return SyntaxFactory.Argument(SyntaxFactory.ParseExpression(_text));
        if (Source == Receiver)
        {
            var receiver = HelperCall.ReceiverOf(call)!.WithoutTrivia();
            return _refKind == SyntaxKind.None
                ? SyntaxFactory.Argument(
                    receiver is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression.WithoutTrivia() : receiver)
                : SyntaxFactory.Argument(null, SyntaxFactory.Token(_refKind).WithTrailingTrivia(SyntaxFactory.Space), receiver);
        }

        var argument = ((InvocationExpressionSyntax)call).ArgumentList.Arguments[Source];
        var plain = argument.NameColon is null ? argument : argument.WithNameColon(null).WithLeadingTrivia(argument.GetLeadingTrivia());
        return plain.WithExpression(Convert(plain.Expression));
    }

    /// <summary>The receiver of the call in its other spelling.</summary>
    public ExpressionSyntax ToReceiver(ExpressionSyntax call) =>
        Expressions.Parenthesize(((InvocationExpressionSyntax)call).ArgumentList.Arguments[Source].Expression.WithoutTrivia());

    private ExpressionSyntax Convert(ExpressionSyntax expression)
    {
        if (_isUncast && expression is CastExpressionSyntax cast)
            return cast.Expression.WithTriviaFrom(cast);
        return _cast is null
            ? expression
            : SyntaxFactory.CastExpression(_cast, Expressions.Parenthesize(expression.WithoutTrivia())).WithTriviaFrom(expression);
    }
}
