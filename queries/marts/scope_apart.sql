-- scope_apart(figure_scope, any_scope, compared_scopes): whether a figure of this scope counts as one of another definition; the
-- scopes that the limits of the indicator name count as its own.
create or replace macro scope_apart(figure_scope, any_scope, compared_scopes) as (
    figure_scope <> '' and not any_scope and not list_contains(compared_scopes, figure_scope)
)
