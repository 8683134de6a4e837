/** Every table of the installation; drizzle-kit reads the migrations off this file. */
export * from './articles/reads-schema';
export * from './articles/schema';
export * from './comments/schema';
export * from './forms/schema';
export * from './incidents/schema';
export * from './kernel/schema';
export * from './organisations/schema';
export * from './people/schema';
export * from './roadmap/schema';
export * from './search/log-schema';
export * from './search/schema';
export * from './sla/schema';
export * from './teams/schema';
export * from './tickets/following-schema';
export * from './tickets/schema';
export * from './tickets/values-schema';
export * from './tickets/views-schema';
