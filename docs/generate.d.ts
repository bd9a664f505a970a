/** docs/tables.md, made from the declared tables. */
export declare function tablesPage(): string;
/** docs/rules.md, made from the validation rules. */
export declare function rulesPage(): string;
