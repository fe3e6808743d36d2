import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";

function refuse(): never {
  throw new Error("this schema engine has no database");
}

/** The engine asks its database for schema and version before it compares texts; this answers just that question. */
const adapter: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "no-database",
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: false }),
  queryRaw: async () => ({
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, "PostgreSQL 15.0", 150_000]],
  }),
  executeRaw: async () => refuse(),
  executeScript: async () => refuse(),
  startTransaction: async () => refuse(),
  dispose: async () => undefined,
};

export const noDatabaseAdapter: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "no-database",
  connect: async () => adapter,
  connectToShadowDb: async () => refuse(),
};
