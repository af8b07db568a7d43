using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Bodies;

/// <summary>The body of a helper of the user's: its checks, and the call of what does the work.</summary>
/// <param name="Signature">The method as it is declared, without attributes.</param>
/// <param name="Constraints">The constraint clauses of its type parameters.</param>
/// <param name="Refusals">What the verifier would have refused, each with the sentence of the exception.</param>
/// <param name="Answers">What is answered with an error, each with what is done then.</param>
/// <param name="Outs">The names of its <see langword="out"/> parameters, which are set before an error is answered.</param>
/// <param name="Call">The statement that calls what does the work.</param>
internal sealed record HelperBody(
    string Signature,
    EquatableArray<string> Constraints,
    EquatableArray<HelperCheck> Refusals,
    EquatableArray<HelperCheck> Answers,
    EquatableArray<string> Outs,
    string Call);
