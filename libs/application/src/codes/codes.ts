import type { BookName, CodeEntry } from '@juesuan/classification';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CodeBooks } from './code-books';

/** Every entry of a code book, those shipped and those imported, by code. */
export class ListCodes extends Query<readonly CodeEntry[]> {
  constructor(readonly book: BookName) {
    super();
  }
}

@QueryHandler(ListCodes)
export class ListCodesHandler implements IQueryHandler<ListCodes> {
  constructor(private readonly codeBooks: CodeBooks) {}

  async execute({ book }: ListCodes): Promise<readonly CodeEntry[]> {
    return (await this.codeBooks.load())[book].entries();
  }
}
