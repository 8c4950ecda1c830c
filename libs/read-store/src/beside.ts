import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type SchemableIdentifierNode,
  type UnknownRow,
} from 'kysely';
import { COMPUTED } from './schema';

/** Name of a computed table's second copy, which a rebuild fills while the first serves. */
export const beside = (table: string): string => `${table}_next`;

class BesideTransformer extends OperationNodeTransformer {
  protected override transformSchemableIdentifier(node: SchemableIdentifierNode): SchemableIdentifierNode {
    const { name } = node.identifier;
    if (!(COMPUTED as string[]).includes(name)) return node;
    return { ...node, identifier: { ...node.identifier, name: beside(name) } };
  }
}

/** Turns every query on the computed tables to their second copies, so that projection is written once for both. */
export class BesidePlugin implements KyselyPlugin {
  private readonly transformer = new BesideTransformer();

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return this.transformer.transformNode(node);
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}
