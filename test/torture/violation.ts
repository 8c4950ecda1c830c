/** What was found wrong. */
export interface Violation {
  readonly finds:
    | 'lost'
    | 'doubled'
    | 'half recorded'
    | 'refused but recorded'
    | 'not asked for'
    | 'recorded otherwise'
    | 'overdrawn'
    | 'answered otherwise'
    | 'account is not the model'
    | 'rebuilt otherwise'
    | 'chain is broken'
    | 'process broke';
  readonly says: string;
}
